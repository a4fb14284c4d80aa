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
    m_view->setUniformItemSizes(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (index.isValid()) {
            m_selected = index.data(ProjectListModel::IdRole).toLongLong();
            emit projectChosen(m_selected);
        }
    });
    connect(&projects, &QAbstractItemModel::modelReset, this, &Sidebar::followRows);
    connect(&projects, &QAbstractItemModel::dataChanged, this, &Sidebar::followRows);
}

void Sidebar::followRows() {
    bool turning = false;
    for (const ProjectRow& row : m_model.rows()) {
        turning = turning || toneOf(row) == Tone::Building;
    }
    m_delegate->setTurning(turning);
    m_view->setMaximumHeight(m_filtered.rowCount() * metrics::sidebarRowHeight);
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

void Sidebar::setTargets(const QStringList& targets) {
    m_targets = targets;
    while (QLayoutItem* item = m_targetRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rowOf.clear();
    for (const QString& target : targets) {
        auto* row = new TargetRow(target == localTargetName ? Icon::Computer : Icon::Cloud);
        row->setObjectName(QStringLiteral("target-") + target);
        row->setText(targetTitle(target));
        connect(row, &TargetRow::clicked, this, [this, target] {
            selectTarget(target);
            emit targetChosen(target);
        });
        m_rowOf.insert(target, row);
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
    m_projectsHead->setText(tr("Projects").toUpper());
    m_targetsHead->setText(tr("Targets").toUpper());
    m_connect->setText(tr("Connect Aliyun…"));
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
