#include "app/shell/sidebar.h"

#include "app/models/project_list_model.h"
#include "app/shell/project_delegate.h"
#include "app/shell/target_row.h"
#include "app/text/state_text.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"
#include "core/model/target.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalBlocker>

namespace miaobu::app {

Sidebar::Sidebar(ProjectListModel& projects, QWidget* parent)
    : QWidget(parent), m_model(projects), m_new(new QPushButton), m_filter(new QLineEdit),
      m_projectsHead(new Label(Type::Section, Ink::Faint)), m_view(new QListView),
      m_delegate(new ProjectDelegate([this] { m_view->viewport()->update(); }, this)),
      m_nothing(new Label(Type::Small, Ink::Muted)), m_targetsHead(new Label(Type::Section, Ink::Faint)),
      m_targetRows(new QVBoxLayout), m_connect(new TargetRow(Icon::Add)) {
    setObjectName(QStringLiteral("sidebar"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    setMinimumWidth(200);
    m_new->setObjectName(QStringLiteral("newProject"));
    m_new->setIcon(iconOf(Icon::Add));
    m_filter->setObjectName(QStringLiteral("projectFilter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(iconOf(Icon::Search), QLineEdit::LeadingPosition);
    buildList(projects);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(metrics::space3, metrics::space3, metrics::space3, 0);
    top->setSpacing(metrics::space2);
    top->addWidget(m_new);
    top->addWidget(m_filter);
    for (Label* head : {m_projectsHead, m_targetsHead, m_nothing}) {
        head->setContentsMargins(metrics::space5, metrics::space4, metrics::space4, metrics::space1);
    }
    m_nothing->setContentsMargins(metrics::space5, metrics::space1, metrics::space4, 0);
    m_connect->setObjectName(QStringLiteral("connectAliyun"));
    m_connect->setCheckable(false);
    m_targetRows->setSpacing(0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_projectsHead);
    column->addWidget(m_nothing);
    column->addWidget(m_view, 100);
    column->addWidget(m_targetsHead);
    column->addLayout(m_targetRows);
    column->addWidget(m_connect);
    column->addSpacing(metrics::space3);
    column->addStretch(1);
    connect(m_new, &QPushButton::clicked, this, &Sidebar::newRequested);
    connect(m_connect, &TargetRow::clicked, this, &Sidebar::connectRequested);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filtered.setFilterFixedString(text.trimmed());
        followRows();
    });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        if (m_filtered.rowCount() > 0) {
            m_view->setCurrentIndex(m_filtered.index(0, 0));
        }
    });
    retranslate();
    followRows();
}

void Sidebar::buildList(ProjectListModel& projects) {
    m_filtered.setSourceModel(&projects);
    m_filtered.setFilterRole(ProjectListModel::SearchRole);
    m_filtered.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view->setObjectName(QStringLiteral("projectRows"));
    m_view->setModel(&m_filtered);
    m_view->setItemDelegate(m_delegate);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setMouseTracking(true);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (index.isValid()) {
            m_selected = index.data(ProjectListModel::IdRole).toLongLong();
            emit projectChosen(m_selected);
        }
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, &Sidebar::openProjectMenu);
    connect(&projects, &QAbstractItemModel::modelReset, this, &Sidebar::followRows);
    connect(&projects, &QAbstractItemModel::dataChanged, this, &Sidebar::followRows);
}

void Sidebar::followRows() {
    bool turning = false;
    for (const ProjectRow& row : m_model.rows()) {
        turning = turning || toneOf(row) == Tone::Building;
    }
    m_delegate->setTurning(turning);
    m_view->doItemsLayout();
    m_view->setMaximumHeight(listHeight());
    const bool pinned = m_filtered.rowCount() > 0 && m_filtered.index(0, 0).data(ProjectListModel::PinnedRole).toBool();
    m_projectsHead->setText((pinned ? tr("Pinned") : tr("Projects")).toUpper());
    m_nothing->setVisible(m_filtered.rowCount() == 0);
    m_nothing->setText(m_model.rows().isEmpty() ? tr("None yet") : tr("No project is called that"));
    m_filter->setVisible(m_model.rows().size() > 5 || !m_filter->text().isEmpty());
    select(m_selected);
}

void Sidebar::select(ProjectId project) {
    m_selected = project;
    if (project != 0) {
        m_selectedTarget.clear();
        markTarget();
    }
    const QSignalBlocker blocker(m_view->selectionModel());
    const int row = project == 0 ? -1 : m_model.rowOf(project);
    const QModelIndex index = row < 0 ? QModelIndex() : m_filtered.mapFromSource(m_model.index(row));
    if (m_view->currentIndex() != index || !index.isValid()) {
        m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
        m_view->viewport()->update();
    }
}

void Sidebar::focusFilter() {
    m_filter->show();
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

int Sidebar::listHeight() const {
    int height = m_filtered.rowCount() * metrics::sidebarRowHeight;
    for (int row = 1; row < m_filtered.rowCount(); ++row) {
        if (ProjectDelegate::hasHead(m_filtered.index(row, 0))) {
            return height + metrics::sidebarRowHeight;
        }
    }
    return height;
}

void Sidebar::takeFocus() {
    m_view->setFocus(Qt::ShortcutFocusReason);
}

void Sidebar::openProjectMenu(QPoint at) {
    const QModelIndex under = m_view->indexAt(at);
    // The key that opens menus means the row that has the keyboard.
    const QModelIndex index = under.isValid() ? under : m_view->currentIndex();
    if (index.isValid()) {
        const QPoint place = under.isValid() ? at : m_view->visualRect(index).center();
        emit projectMenuRequested(
            index.data(ProjectListModel::IdRole).toLongLong(), m_view->viewport()->mapToGlobal(place));
    }
}

TargetRow* Sidebar::addTarget(const QString& target) {
    auto* const row = new TargetRow(target == localTargetName ? Icon::Computer : Icon::Cloud);
    row->setObjectName(QStringLiteral("target-") + target);
    row->setText(targetTitle(target));
    row->setProduction(m_production.contains(target));
    row->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(row, &TargetRow::clicked, this, [this, target] {
        selectTarget(target);
        emit targetChosen(target);
    });
    connect(row, &QWidget::customContextMenuRequested, this,
        [this, row, target](QPoint at) { emit targetMenuRequested(target, row->mapToGlobal(at)); });
    return row;
}

void Sidebar::setProduction(const QStringList& targets) {
    m_production = targets;
    for (auto row = m_rowOf.cbegin(); row != m_rowOf.cend(); ++row) {
        (*row)->setProduction(targets.contains(row.key()));
    }
}

void Sidebar::setTargetHealth(const QString& target, TargetState::Health health) {
    m_healthOf.insert(target, health);
    showHealth(target);
}

void Sidebar::showHealth(const QString& target) {
    if (TargetRow* const row = m_rowOf.value(target)) {
        const TargetState::Health health = m_healthOf.value(target, TargetState::Health::Unknown);
        row->setState(toneOf(health), healthTitle(health));
    }
}

void Sidebar::setTargets(const QStringList& targets) {
    m_targets = targets;
    while (QLayoutItem* item = m_targetRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rowOf.clear();
    for (const QString& target : targets) {
        TargetRow* const row = addTarget(target);
        m_rowOf.insert(target, row);
        showHealth(target);
        m_targetRows->addWidget(row);
    }
    markTarget();
}

void Sidebar::selectTarget(const QString& target) {
    select(0);
    m_selectedTarget = target;
    markTarget();
}

void Sidebar::markTarget() {
    for (auto row = m_rowOf.cbegin(); row != m_rowOf.cend(); ++row) {
        (*row)->setChecked(row.key() == m_selectedTarget);
    }
}

void Sidebar::retranslate() {
    m_new->setText(tr("New project"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter projects"));
    m_view->setAccessibleName(tr("Projects"));
    m_targetsHead->setText(tr("Targets").toUpper());
    m_connect->setText(tr("Connect Aliyun…"));
    for (const QString& target : std::as_const(m_targets)) {
        showHealth(target);
    }
}

void Sidebar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        followRows();
        setTargets(m_targets);
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
