#include "app/models/file_change_model.h"

#include "app/text/difference_text.h"
#include "app/text/state_text.h"

#include <algorithm>

namespace miaobu::app {

QString signOf(FileChange::Kind kind) {
    switch (kind) {
    case FileChange::Kind::Added:
        return QStringLiteral("+");
    case FileChange::Kind::Removed:
        return QStringLiteral("−");
    case FileChange::Kind::Changed:
        break;
    }
    return QStringLiteral("~");
}

void FileChangeModel::setChanges(const QList<FileChange>& changes) {
    beginResetModel();
    m_changes = changes;
    choose();
    endResetModel();
}

void FileChangeModel::setFilter(const QString& text, std::optional<FileChange::Kind> kind) {
    if (text == m_text && kind == m_kind) {
        return;
    }
    beginResetModel();
    m_text = text;
    m_kind = kind;
    choose();
    endResetModel();
}

void FileChangeModel::choose() {
    m_shown.clear();
    for (int index = 0; index < static_cast<int>(m_changes.size()); ++index) {
        const FileChange& change = m_changes.at(index);
        const bool isOfKind = !m_kind || change.kind == *m_kind;
        if (isOfKind && (m_text.isEmpty() || change.path.contains(m_text, Qt::CaseInsensitive))) {
            m_shown.append(index);
        }
    }
}

const FileChange* FileChangeModel::change(int row) const {
    return row >= 0 && row < m_shown.size() ? &m_changes.at(m_shown.at(row)) : nullptr;
}

int FileChangeModel::rowOf(const QString& path) const {
    const auto found = std::ranges::find(m_shown, path, [this](int index) { return m_changes.at(index).path; });
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

int FileChangeModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant FileChangeModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const FileChange& change = *this->change(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return change.path;
    case Qt::ToolTipRole:
        // A tool tip is read as markup when it looks like it.
        return change.path.toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2, %3").arg(changeTitle(change.kind), change.path, sizesText(change));
    case ChangeRole:
        return QVariant::fromValue(change);
    default:
        return {};
    }
}

} // namespace miaobu::app
