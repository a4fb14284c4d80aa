#include "app/models/difference_model.h"

#include "app/text/visible_text.h"

namespace miaobu::app {

QString signOf(DifferenceLine::Kind kind) {
    switch (kind) {
    case DifferenceLine::Kind::Added:
        return QStringLiteral("+");
    case DifferenceLine::Kind::Removed:
        return QStringLiteral("−");
    case DifferenceLine::Kind::Same:
    case DifferenceLine::Kind::Gap:
        break;
    }
    return QStringLiteral(" ");
}

void DifferenceModel::setDifference(const TextDifference& difference) {
    beginResetModel();
    m_difference = difference;
    for (DifferenceLine& line : m_difference.lines) {
        line.text = visibleText(line.text);
    }
    endResetModel();
}

bool DifferenceModel::isChange(int row) const {
    const DifferenceLine::Kind kind = m_difference.lines.at(row).kind;
    return kind == DifferenceLine::Kind::Added || kind == DifferenceLine::Kind::Removed;
}

bool DifferenceModel::beginsChange(int row) const {
    return isChange(row) && (row == 0 || !isChange(row - 1));
}

int DifferenceModel::changeFrom(int row, int step) const {
    for (int from = row + step; from >= 0 && from < rowCount(); from += step) {
        if (beginsChange(from)) {
            return from;
        }
    }
    return -1;
}

QString DifferenceModel::textOf(const QList<int>& rows) const {
    QStringList texts;
    for (const int row : rows) {
        const DifferenceLine& line = m_difference.lines.at(row);
        // A patch writes the minus that keyboards have.
        const QString sign = line.kind == DifferenceLine::Kind::Removed ? QStringLiteral("-") : signOf(line.kind);
        texts.append(line.kind == DifferenceLine::Kind::Gap ? QStringLiteral("…") : sign + line.text);
    }
    return texts.join(QLatin1Char('\n'));
}

int DifferenceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_difference.lines.size());
}

QVariant DifferenceModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const DifferenceLine& line = m_difference.lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return line.text;
    case Qt::AccessibleTextRole:
        switch (line.kind) {
        case DifferenceLine::Kind::Added:
            return tr("Added, line %1: %2").arg(line.numberAfter).arg(line.text);
        case DifferenceLine::Kind::Removed:
            return tr("Removed, line %1: %2").arg(line.numberBefore).arg(line.text);
        case DifferenceLine::Kind::Gap:
            return tr("Lines that are the same are left out");
        case DifferenceLine::Kind::Same:
            return tr("Line %1: %2").arg(line.numberAfter).arg(line.text);
        }
        return {};
    case LineRole:
        return QVariant::fromValue(line);
    default:
        return {};
    }
}

} // namespace miaobu::app
