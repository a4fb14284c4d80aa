#pragma once

#include "core/model/deployment.h"

#include <QStyledItemDelegate>

namespace miaobu::app {

/// Draws a deployment: number, state, commit, message, what it changed, by whom, how long it took, and what can be done with it.
class DeploymentDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// What is under the pointer.
    enum class Part { Row, Primary, Compare, More };
    /// Short rows have the menu alone; full ones a second line where there is more to say, and buttons.
    enum class Rows { Short, Full };

    explicit DeploymentDelegate(Rows rows, QObject* parent = nullptr) : QStyledItemDelegate(parent), m_rows(rows) { }

    [[nodiscard]] Part partAt(const QRect& row, QPoint place, DeploymentState state) const;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
        const QModelIndex& index) override;

private:
    void paintDetail(QPainter& painter, const QRect& place, const QModelIndex& index, const QPalette& palette) const;
    void paintButtons(QPainter& painter, const QRect& row, const Deployment& deployment, const QPalette& palette) const;

    Rows m_rows;
};

/// What a click on the first button of a row asks for.
enum class PrimaryDeed { Open, RollBack, ShowLog };

[[nodiscard]] PrimaryDeed primaryDeed(const Deployment& deployment);

} // namespace miaobu::app
