#pragma once

#include "core/compare/text_difference.h"

#include <QAbstractListModel>

namespace miaobu::app {

/// The lines in which two texts differ, one row each.
class DifferenceModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { LineRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;

    /// Lines are kept as they are shown, so with everything in them to be seen.
    void setDifference(const TextDifference& difference);
    [[nodiscard]] const QList<DifferenceLine>& lines() const { return m_difference.lines; }
    /// There is more than is listed.
    [[nodiscard]] bool isCut() const { return m_difference.isCut; }
    /// Where the change after (\a step 1) or before (-1) the one at \a row begins; -1: there is none.
    [[nodiscard]] int changeFrom(int row, int step) const;
    /// The lines at \a rows with their signs, as a patch has them.
    [[nodiscard]] QString textOf(const QList<int>& rows) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] bool isChange(int row) const;
    [[nodiscard]] bool beginsChange(int row) const;

    TextDifference m_difference;
};

/// "+", "−", or a space
[[nodiscard]] QString signOf(DifferenceLine::Kind kind);

} // namespace miaobu::app
