#include "app/models/variable_lines_model.h"

namespace miaobu::app {

void VariableLinesModel::setLines(const QList<VariableLine>& lines) {
    if (lines.size() != m_lines.size()) {
        beginResetModel();
        m_lines = lines;
        endResetModel();
        return;
    }
    for (int row = 0; row < static_cast<int>(lines.size()); ++row) {
        if (m_lines.at(row) != lines.at(row)) {
            m_lines[row] = lines.at(row);
            emit dataChanged(index(row), index(row));
        }
    }
}

int VariableLinesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant VariableLinesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const VariableLine& line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return line.name;
    case Qt::AccessibleTextRole: {
        QStringList words{line.name};
        for (const VariablePill& pill : line.pills) {
            words.append(pill.text);
        }
        words.append(line.note);
        words.removeAll(QString());
        return words.join(QStringLiteral(", "));
    }
    case Qt::ToolTipRole:
        return line.note.isEmpty() ? QVariant() : line.note;
    case LineRole:
        return QVariant::fromValue(line);
    default:
        return {};
    }
}

} // namespace miaobu::app
