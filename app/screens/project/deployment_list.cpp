#include "app/screens/project/deployment_list.h"

#include "app/models/deployment_list_model.h"
#include "app/screens/project/deployment_delegate.h"
#include "app/screens/project/deployment_menu.h"
#include "app/screens/project/project_intents.h"
#include "app/theme/metrics.h"

#include <QContextMenuEvent>
#include <QListView>
#include <QMenu>
#include <QMouseEvent>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace miaobu::app {

namespace {

/// The first rows of a model.
class FirstRows final : public QSortFilterProxyModel {
public:
    FirstRows(QAbstractItemModel& rows, int most, QObject* parent) : QSortFilterProxyModel(parent), m_most(most) {
        setSourceModel(&rows);
        connect(&rows, &QAbstractItemModel::rowsInserted, this, [this] { invalidateFilter(); });
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex&) const override {
        return m_most < 0 || row < m_most;
    }

private:
    int m_most;
};

} // namespace

DeploymentList::DeploymentList(DeploymentListModel& model, ProjectIntents& intents, int most, QWidget* parent)
    : Card(parent), m_intents(intents), m_rows(new FirstRows(model, most, this)), m_view(new QListView),
      m_delegate(
          new DeploymentDelegate(most < 0 ? DeploymentDelegate::Rows::Full : DeploymentDelegate::Rows::Short, this)),
      m_most(most) {
    m_view->setObjectName(QStringLiteral("deploymentRows"));
    m_view->setModel(m_rows);
    m_view->setItemDelegate(m_delegate);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setMouseTracking(true);
    m_view->setUniformItemSizes(most >= 0);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    if (most >= 0) {
        m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    }
    m_view->viewport()->installEventFilter(this);
    m_view->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(m_view);
    connect(m_view, &QListView::activated, this, [this](const QModelIndex& index) {
        emit m_intents.showLog(index.data(DeploymentListModel::IdRole).toLongLong());
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_rows, signal, this, &DeploymentList::fitHeight);
    }
    connect(m_rows, &QAbstractItemModel::modelReset, this, &DeploymentList::fitHeight);
    connect(m_rows, &QAbstractItemModel::dataChanged, this, &DeploymentList::fitHeight);
    connect(m_rows, &QAbstractItemModel::layoutChanged, this, &DeploymentList::fitHeight);
    fitHeight();
    retranslate();
}

void DeploymentList::fitHeight() {
    if (m_most >= 0) {
        return setFixedHeight(m_rows->rowCount() * metrics::rowHeight + 2);
    }
    constexpr int mostCounted = 200; // More than fit on any screen
    int wanted = 2;
    for (int row = 0; row < std::min(mostCounted, m_rows->rowCount()); ++row) {
        wanted += m_delegate->sizeHint({}, m_rows->index(row, 0)).height();
    }
    setMaximumHeight(wanted);
}

void DeploymentList::openMenu(const QModelIndex& index, QPoint global) {
    if (index.isValid()) {
        deploymentMenu(index.data(DeploymentListModel::DeploymentRole).value<Deployment>(), m_intents, this)
            ->popup(global);
    }
}

void DeploymentList::press(const QModelIndex& index, QPoint place, QPoint global) {
    const auto deployment = index.data(DeploymentListModel::DeploymentRole).value<Deployment>();
    switch (m_delegate->partAt(m_view->visualRect(index), place, deployment.state)) {
    case DeploymentDelegate::Part::More:
        return openMenu(index, global);
    case DeploymentDelegate::Part::Compare:
        return emit m_intents.compare(deployment.id);
    case DeploymentDelegate::Part::Row:
        return emit m_intents.showLog(deployment.id);
    case DeploymentDelegate::Part::Primary:
        break;
    }
    switch (primaryDeed(deployment)) {
    case PrimaryDeed::Open:
        return emit m_intents.openDeployment(deployment);
    case PrimaryDeed::RollBack:
        return emit m_intents.prepareRollBack(deployment.id);
    case PrimaryDeed::ShowLog:
        return emit m_intents.showLog(deployment.id);
    }
}

bool DeploymentList::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view->viewport() && event->type() == QEvent::MouseButtonRelease) {
        const auto* const mouse = static_cast<QMouseEvent*>(event);
        const QModelIndex index = m_view->indexAt(mouse->pos());
        if (mouse->button() == Qt::LeftButton && index.isValid()) {
            press(index, mouse->pos(), mouse->globalPosition().toPoint());
        }
    } else if (watched == m_view && event->type() == QEvent::ContextMenu) {
        const auto* const menu = static_cast<QContextMenuEvent*>(event);
        const bool byKey = menu->reason() == QContextMenuEvent::Keyboard;
        const QModelIndex index
            = byKey ? m_view->currentIndex() : m_view->indexAt(m_view->viewport()->mapFromGlobal(menu->globalPos()));
        openMenu(
            index, byKey ? m_view->viewport()->mapToGlobal(m_view->visualRect(index).center()) : menu->globalPos());
        return true;
    }
    return Card::eventFilter(watched, event);
}

void DeploymentList::retranslate() {
    m_view->setAccessibleName(tr("Deployments"));
}

void DeploymentList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_view->viewport()->update();
    }
    Card::changeEvent(event);
}

} // namespace miaobu::app
