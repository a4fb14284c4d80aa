#pragma once

#include "app/theme/tokens.h"

#include <QAbstractListModel>

namespace miaobu::app {

/// A word on a variable, on the soft colour of its tone.
struct VariablePill {
    QString text;
    Tone tone = Tone::Idle;

    bool operator==(const VariablePill&) const = default;
};

/// One variable as a list shows it.
struct VariableLine {
    QString name;
    QString value; ///< As it may be read: dots for a secret.
    QString note; ///< What is to be known of it, below; empty: nothing
    QList<VariablePill> pills;
    bool isLeaving = false; ///< It is struck out.
    bool isMuted = false; ///< Nothing becomes of it.

    bool operator==(const VariableLine&) const = default;
};

/// Variables for a list.
class VariableLinesModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { LineRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;

    /// Keeps the places of those that are still there.
    void setLines(const QList<VariableLine>& lines);
    [[nodiscard]] const QList<VariableLine>& lines() const { return m_lines; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<VariableLine> m_lines;
};

} // namespace miaobu::app
