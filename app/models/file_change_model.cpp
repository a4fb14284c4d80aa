#include "app/models/file_change_model.h"

#include "app/text/difference_text.h"
#include "app/text/state_text.h"

#include <algorithm>

namespace miaobu::app {

namespace {
constexpr QChar slash = u'/';
}

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
    m_folded.clear();
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

void FileChangeModel::setTree(bool isTree) {
    if (isTree != m_isTree) {
        beginResetModel();
        m_isTree = isTree;
        choose();
        endResetModel();
    }
}

void FileChangeModel::setFolded(int row, bool folded) {
    const QString folder = row >= 0 && row < m_rows.size() ? m_rows.at(row).folder : QString();
    if (folder.isEmpty() || m_folded.contains(folder) == folded) {
        return;
    }
    beginResetModel();
    folded ? static_cast<void>(m_folded.insert(folder)) : static_cast<void>(m_folded.remove(folder));
    choose();
    endResetModel();
}

void FileChangeModel::choose() {
    m_rows.clear();
    QList<int> shown;
    for (int index = 0; index < static_cast<int>(m_changes.size()); ++index) {
        const FileChange& change = m_changes.at(index);
        const bool isOfKind = !m_kind || change.kind == *m_kind;
        if (isOfKind && (m_text.isEmpty() || change.path.contains(m_text, Qt::CaseInsensitive))) {
            shown.append(index);
        }
    }
    if (m_isTree) {
        return addUnder(shown, 0, shown.size(), 0, 0);
    }
    for (const int index : std::as_const(shown)) {
        m_rows.append({.change = index, .depth = 0, .folder = {}, .nameFrom = 0, .count = 0});
    }
}

/// Adds the files \a from … \a to, whose paths begin alike for \a prefix characters. They are sorted, so those of a folder
/// lie together.
void FileChangeModel::addUnder(const QList<int>& shown, qsizetype from, qsizetype to, qsizetype prefix, int depth) {
    const auto path = [&](qsizetype at) -> const QString& { return m_changes.at(shown.at(at)).path; };
    while (from < to) {
        qsizetype end = path(from).indexOf(slash, prefix);
        if (end < 0) {
            m_rows.append({.change = shown.at(from++), .depth = depth, .folder = {}, .nameFrom = prefix, .count = 0});
            continue;
        }
        const QStringView start = QStringView(path(from)).first(end + 1);
        const auto isOutside = [&](int index) { return !m_changes.at(index).path.startsWith(start); };
        const qsizetype past = std::find_if(shown.begin() + from, shown.begin() + to, isOutside) - shown.begin();
        // Folders that hold nothing else are one row. The last path begins like the first where all between do.
        for (qsizetype deeper = path(from).indexOf(slash, end + 1);
            deeper >= 0 && path(past - 1).startsWith(path(from).first(deeper + 1));
            deeper = path(from).indexOf(slash, end + 1)) {
            end = deeper;
        }
        const QString folder = path(from).first(end + 1);
        m_rows.append({.change = -1,
            .depth = depth,
            .folder = folder,
            .nameFrom = prefix,
            .count = static_cast<int>(past - from)});
        if (!m_folded.contains(folder)) {
            addUnder(shown, from, past, end + 1, depth + 1);
        }
        from = past;
    }
}

const FileChange* FileChangeModel::change(int row) const {
    return row >= 0 && row < m_rows.size() && m_rows.at(row).change >= 0 ? &m_changes.at(m_rows.at(row).change)
                                                                         : nullptr;
}

int FileChangeModel::rowOf(const QString& path) const {
    const auto found = std::ranges::find_if(
        m_rows, [&](const Row& row) { return row.change >= 0 && m_changes.at(row.change).path == path; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int FileChangeModel::firstFile() const {
    const auto found = std::ranges::find_if(m_rows, [](const Row& row) { return row.change >= 0; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int FileChangeModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant FileChangeModel::folderData(const Row& row, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return row.folder.mid(row.nameFrom);
    case Qt::ToolTipRole:
        return row.folder.toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return m_folded.contains(row.folder) ? tr("%1, %n file(s), folded", nullptr, row.count).arg(row.folder)
                                             : tr("%1, %n file(s)", nullptr, row.count).arg(row.folder);
    case FolderRole:
        return row.folder;
    case FoldedRole:
        return m_folded.contains(row.folder);
    case CountRole:
        return row.count;
    case DepthRole:
        return row.depth;
    default:
        return {};
    }
}

QVariant FileChangeModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = m_rows.at(index.row());
    if (row.change < 0) {
        return folderData(row, role);
    }
    const FileChange& change = m_changes.at(row.change);
    switch (role) {
    case Qt::DisplayRole:
        return change.path.mid(row.nameFrom);
    case Qt::ToolTipRole:
        // A tool tip is read as markup when it looks like it.
        return change.path.toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2, %3").arg(changeTitle(change.kind), change.path, sizesText(change));
    case ChangeRole:
        return QVariant::fromValue(change);
    case DepthRole:
        return row.depth;
    default:
        return {};
    }
}

} // namespace miaobu::app
