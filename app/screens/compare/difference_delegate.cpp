#include "app/screens/compare/difference_delegate.h"

#include "app/models/difference_model.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/theme/type.h"

#include <QAbstractItemView>

namespace miaobu::app {

namespace {

constexpr int lineHeight = metrics::logLineHeight;
constexpr int signWidth = 20;

QColor groundOf(DifferenceLine::Kind kind, const Tokens& tokens) {
    switch (kind) {
    case DifferenceLine::Kind::Added:
        return tokens.live.soft;
    case DifferenceLine::Kind::Removed:
        return tokens.failed.soft;
    case DifferenceLine::Kind::Gap:
        return tokens.ground;
    case DifferenceLine::Kind::Same:
        break;
    }
    return tokens.logGround;
}

QColor inkOf(DifferenceLine::Kind kind, const Tokens& tokens) {
    return kind == DifferenceLine::Kind::Added  ? tokens.live.ink
        : kind == DifferenceLine::Kind::Removed ? tokens.failed.ink
                                                : tokens.muted;
}

} // namespace

DifferenceDelegate::DifferenceDelegate(QObject* parent) : QStyledItemDelegate(parent), m_ruler(fontOf(Type::Mono)) { }

void DifferenceDelegate::setExtent(int lastNumber, int widest) {
    m_numberWidth = m_ruler.width(QString(std::max<qsizetype>(3, QString::number(lastNumber).size()), u'0'));
    m_widest = widest;
}

int DifferenceDelegate::textLeft() const {
    return metrics::space3 + 2 * m_numberWidth + metrics::space3 + metrics::space2 + signWidth;
}

QSize DifferenceDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {textLeft() + m_widest + metrics::space4, lineHeight};
}

void DifferenceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto line = index.data(DifferenceModel::LineRole).value<DifferenceLine>();
    const Tokens& tokens = tokensFor(option.palette);
    const QRect row = option.rect;
    painter->save();
    painter->fillRect(row, groundOf(line.kind, tokens));
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(QRect(0, row.top(), 3, row.height()), tokens.accent);
        painter->fillRect(QRect(3, row.top(), row.left() + textLeft() - signWidth - 3, row.height()), tokens.selection);
    }
    painter->setFont(fontOf(Type::Mono));
    const int base = row.top() + (lineHeight + m_ruler.metrics().ascent() - m_ruler.metrics().descent()) / 2;
    const QColor ink = inkOf(line.kind, tokens);
    painter->setPen(ink);
    if (line.kind == DifferenceLine::Kind::Gap) {
        painter->drawText(row.left() + textLeft(), base, QStringLiteral("⋯"));
        painter->restore();
        return;
    }
    const int before = row.left() + metrics::space3;
    const int after = before + m_numberWidth + metrics::space3;
    const auto number = [&](int left, int value) {
        if (value > 0) {
            const QString digits = QString::number(value);
            painter->drawText(left + m_numberWidth - m_ruler.width(digits), base, digits);
        }
    };
    number(before, line.numberBefore);
    number(after, line.numberAfter);
    painter->drawText(row.left() + textLeft() - signWidth + metrics::space1, base, signOf(line.kind));
    painter->setPen(tokens.text);
    // Only what is to be seen of a long line is drawn.
    const int left = row.left() + textLeft();
    const auto* const view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int right = view ? view->viewport()->width() : row.right();
    const qsizetype first = left < 0 ? std::max<qsizetype>(0, m_ruler.columnAt(line.text, -left) - 1) : 0;
    const qsizetype last = std::min(line.text.size(), m_ruler.columnAt(line.text, right - left) + 1);
    if (last > first) {
        painter->drawText(
            left + m_ruler.width(QStringView(line.text).first(first)), base, line.text.sliced(first, last - first));
    }
    painter->restore();
}

} // namespace miaobu::app
