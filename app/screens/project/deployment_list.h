#pragma once

#include "app/widgets/card.h"

class QAbstractItemModel;
class QListView;

namespace miaobu::app {

class DeploymentDelegate;
class DeploymentListModel;
class ProjectIntents;

/// A card with deployments as rows: Enter shows the log, the menu the rest.
class DeploymentList : public Card {
    Q_OBJECT

public:
    /// \a most: how many rows are shown; -1: all, scrolling where the room ends.
    DeploymentList(DeploymentListModel& model, ProjectIntents& intents, int most, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fitHeight();
    void retranslate();
    void openMenu(const QModelIndex& index, QPoint global);
    void press(const QModelIndex& index, QPoint place, QPoint global);

    ProjectIntents& m_intents;
    QAbstractItemModel* m_rows;
    QListView* m_view;
    DeploymentDelegate* m_delegate;
    int m_most;
};

} // namespace miaobu::app
