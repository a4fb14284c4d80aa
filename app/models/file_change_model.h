#pragma once

#include "core/model/manifest_difference.h"

#include <QAbstractListModel>
#include <QSet>

#include <optional>

namespace miaobu::app {

/// The files that two deployments do not have alike, as far as a filter lets them through: one below the other, or under
/// their folders, which can be folded. Made for 100,000 of them.
class FileChangeModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        ChangeRole = Qt::UserRole + 1,
        DepthRole, ///< In how many folders that are shown it lies
        FolderRole, ///< The path of a folder with a slash at its end; empty for a file
        FoldedRole,
        CountRole, ///< How many files of a folder differ
    };

    using QAbstractListModel::QAbstractListModel;

    void setChanges(const QList<FileChange>& changes);
    /// Only those of \a kind whose path has \a text in it, in any case.
    void setFilter(const QString& text, std::optional<FileChange::Kind> kind);
    /// Under their folders; a folder that holds nothing but another one shares a row with it.
    void setTree(bool isTree);
    [[nodiscard]] bool isTree() const { return m_isTree; }
    /// The row of a folder; nothing happens to a file.
    void setFolded(int row, bool folded);
    /// Of every change, whatever the filter.
    [[nodiscard]] qsizetype total() const { return m_changes.size(); }
    /// Null for the row of a folder.
    [[nodiscard]] const FileChange* change(int row) const;
    /// -1: it is not shown.
    [[nodiscard]] int rowOf(const QString& path) const;
    /// The first row that is a file; -1: there is none.
    [[nodiscard]] int firstFile() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row {
        int change = -1; ///< -1: a folder
        int depth = 0;
        QString folder; ///< Of a folder: its path
        qsizetype nameFrom = 0; ///< Where in the path begins what is said of it
        int count = 0; ///< Of a folder
    };

    void choose();
    void addUnder(const QList<int>& shown, qsizetype from, qsizetype to, qsizetype prefix, int depth);
    [[nodiscard]] QVariant folderData(const Row& row, int role) const;

    QList<FileChange> m_changes;
    QList<Row> m_rows;
    QSet<QString> m_folded;
    QString m_text;
    std::optional<FileChange::Kind> m_kind;
    bool m_isTree = false;
};

/// "+", "~" or "−"
[[nodiscard]] QString signOf(FileChange::Kind kind);

} // namespace miaobu::app
