#include "app/widgets/label.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace miaobu::app {

namespace {

QString fittingInATip(const QString& text) {
    constexpr qsizetype most = 600;
    return text.size() <= most ? text : text.left(most) + QChar(u'…');
}

} // namespace

Label::Label(Type type, Ink ink, Overflow overflow, QWidget* parent) : QLabel(parent), m_overflow(overflow) {
    setTextFormat(Qt::PlainText);
    setFont(fontOf(type));
    setWordWrap(overflow == Overflow::Wrap);
    setInk(ink);
    if (overflow == Overflow::Elide) {
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }
}

void Label::setInk(Ink ink) {
    switch (ink) {
    case Ink::Text:
        return setForegroundRole(QPalette::WindowText);
    case Ink::Muted:
        return setForegroundRole(QPalette::PlaceholderText);
    case Ink::Faint:
        return setForegroundRole(QPalette::Dark);
    case Ink::Accent:
        return setForegroundRole(QPalette::Link);
    }
}

QSize Label::sizeHint() const {
    // A layout that centres a label does not ask for its height at a width.
    const bool widthIsGiven = m_overflow == Overflow::Wrap && minimumWidth() == maximumWidth();
    return widthIsGiven ? QSize(minimumWidth(), heightForWidth(minimumWidth())) : QLabel::sizeHint();
}

int Label::heightForWidth(int width) const {
    // A column that centres a label asks for the height at its own width, which may be more than the label takes.
    return QLabel::heightForWidth(std::min(width, maximumWidth()));
}

QSize Label::minimumSizeHint() const {
    if (m_overflow == Overflow::Wrap && minimumWidth() == maximumWidth()) {
        return sizeHint();
    }
    const QSize size = QLabel::minimumSizeHint();
    return m_overflow == Overflow::Elide ? QSize(std::min(size.width(), 48), size.height()) : size;
}

void Label::paintEvent(QPaintEvent* event) {
    if (m_overflow != Overflow::Elide) {
        return QLabel::paintEvent(event);
    }
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    // A tool tip is read as markup when it looks like it: words from outside are escaped. It is read at a glance, too.
    const QString tip = shown == text() ? QString() : fittingInATip(text()).toHtmlEscaped();
    if (tip != toolTip()) {
        setToolTip(tip);
    }
    QPainter painter(this);
    style()->drawItemText(&painter, rect(), static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment())),
        palette(), isEnabled(), shown, foregroundRole());
}

} // namespace miaobu::app
