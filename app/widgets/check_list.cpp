#include "app/widgets/check_list.h"

#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/widgets/label.h"

#include <QGridLayout>
#include <QHBoxLayout>

namespace miaobu::app {

namespace {

constexpr int badge = 20;

Tone toneOf(CheckLine::State state) {
    switch (state) {
    case CheckLine::State::Done:
        return Tone::Live;
    case CheckLine::State::Active:
    case CheckLine::State::Attention:
        return Tone::Building;
    case CheckLine::State::Failed:
        return Tone::Failed;
    case CheckLine::State::Waiting:
        break;
    }
    return Tone::Idle;
}

} // namespace

CheckMark::CheckMark(QWidget* parent) : QWidget(parent), m_turning([this] { update(); }) {
    setFixedSize(badge, badge);
}

void CheckMark::setState(CheckLine::State state) {
    m_state = state;
    m_turning.setRunning(state == CheckLine::State::Active);
    update();
}

void CheckMark::paintEvent(QPaintEvent*) {
    const Tokens& tokens = tokensFor(palette());
    QPainter painter(this);
    const Tone tone = toneOf(m_state);
    if (m_state == CheckLine::State::Waiting) {
        return drawPanel(painter, rect().adjusted(2, 2, -2, -2), Qt::transparent, tokens.faint, badge / 2.0 - 2);
    }
    drawPanel(painter, rect(), tokens.of(tone).soft, Qt::transparent, badge / 2.0);
    const QRectF inner = QRectF(rect()).adjusted(4, 4, -4, -4);
    switch (m_state) {
    case CheckLine::State::Done:
        return painter.drawPixmap(inner.topLeft(), iconPixmap(Icon::Check, tokens.live.ink, 12, devicePixelRatioF()));
    case CheckLine::State::Attention:
        painter.setFont(fontOf(Type::SmallStrong));
        painter.setPen(tokens.building.ink);
        return painter.drawText(rect(), Qt::AlignCenter, QStringLiteral("!"));
    case CheckLine::State::Waiting:
    case CheckLine::State::Active:
    case CheckLine::State::Failed:
        drawMark(painter, inner, tone, tokens, m_turning.turn());
    }
}

CheckRow::CheckRow(QWidget* parent)
    : QWidget(parent), m_mark(new CheckMark), m_title(new Label(Type::Text, Ink::Text, Label::Overflow::Keep)),
      m_subject(new Label(Type::Mono, Ink::Muted, Label::Overflow::Elide)),
      m_word(new Label(Type::Small, Ink::Muted, Label::Overflow::Keep)),
      m_note(new Label(Type::Small, Ink::Muted, Label::Overflow::Wrap)) {
    auto* top = new QHBoxLayout;
    top->setSpacing(metrics::space3);
    top->addWidget(m_mark);
    top->addWidget(m_title);
    top->addWidget(m_subject, 1);
    top->addWidget(m_word);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, metrics::space1, 0, metrics::space1);
    column->setSpacing(2);
    column->addLayout(top);
    column->addWidget(m_note);
    m_note->setContentsMargins(badge + metrics::space3, 0, 0, 0);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
}

void CheckRow::setLine(const CheckLine& line) {
    m_line = line;
    m_mark->setState(line.state);
    m_title->setText(line.title);
    m_title->setVisible(!line.title.isEmpty());
    m_subject->setText(line.subject);
    m_subject->setInk(line.title.isEmpty() && line.state != CheckLine::State::Waiting ? Ink::Text : Ink::Muted);
    m_word->setText(line.word);
    m_word->setVisible(!line.word.isEmpty());
    m_note->setText(line.note);
    m_note->setVisible(!line.note.isEmpty());
    QStringList spoken{line.title, line.subject, line.word, line.note};
    spoken.removeAll(QString());
    setAccessibleName(spoken.join(QStringLiteral(", ")));
}

CheckList::CheckList(int columns, QWidget* parent)
    : QWidget(parent), m_columns(columns), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metrics::space5);
    m_grid->setVerticalSpacing(0);
    for (int column = 0; column < columns; ++column) {
        m_grid->setColumnStretch(column, 1);
    }
}

void CheckList::setLines(const QList<CheckLine>& lines) {
    while (m_rows.size() > lines.size()) {
        delete m_rows.takeLast();
    }
    while (m_rows.size() < lines.size()) {
        auto* const row = new CheckRow(this);
        const auto index = static_cast<int>(m_rows.size());
        m_grid->addWidget(row, index / m_columns, index % m_columns);
        m_rows.append(row);
    }
    for (qsizetype index = 0; index < lines.size(); ++index) {
        if (m_rows.at(index)->line() != lines.at(index)) {
            m_rows.at(index)->setLine(lines.at(index));
        }
    }
}

QList<CheckLine> CheckList::lines() const {
    QList<CheckLine> lines;
    for (const CheckRow* row : m_rows) {
        lines.append(row->line());
    }
    return lines;
}

} // namespace miaobu::app
