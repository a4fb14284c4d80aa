#pragma once

#include "app/models/fuzzy_match.h"
#include "app/theme/icons.h"

#include <QAbstractListModel>
#include <QStringList>

#include <functional>

namespace miaobu::app {

/// One thing that the command palette can do.
struct PaletteEntry {
    QString id; ///< The same in every language and at every start: by it a recent one is found again.
    QString title;
    QString note; ///< What kind of thing it is
    QString keys; ///< Its shortcut, as a person reads it
    Icon icon = Icon::Deploy;
    std::function<void()> run;
};

/// The entries that fit what was typed, the best first; before anything is typed, those used last come first.
class PaletteModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { NoteRole = Qt::UserRole + 1, KeysRole, IconRole, PositionsRole, IdRole };

    using QAbstractListModel::QAbstractListModel;

    /// \a recent: ids, the latest first.
    void setEntries(const QList<PaletteEntry>& entries, const QStringList& recent);
    void setTyped(const QString& typed);
    [[nodiscard]] const PaletteEntry& entryAt(int row) const { return m_entries.at(m_shown.at(row).entry); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Shown {
        qsizetype entry = 0;
        int score = 0;
        QList<int> positions; ///< In the title
    };
    [[nodiscard]] std::optional<Shown> shownOf(qsizetype entry) const;
    void choose();

    QList<PaletteEntry> m_entries;
    QStringList m_recent;
    QString m_typed;
    QList<Shown> m_shown;
};

} // namespace miaobu::app
