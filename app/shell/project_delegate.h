#pragma once

#include "app/widgets/turning.h"

#include <QStyledItemDelegate>

namespace miaobu::app {

/// Draws a project in the sidebar: its mark, its name, how far it is.
class ProjectDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// \a onFrame is called for each picture of a turning ring.
    ProjectDelegate(std::function<void()> onFrame, QObject* parent);

    void setTurning(bool turning) { m_turning.setRunning(turning); }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Whether the head of a further group stands above the row: the first project after the pinned ones.
    [[nodiscard]] static bool hasHead(const QModelIndex& index);
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Turning m_turning;
};

} // namespace miaobu::app
