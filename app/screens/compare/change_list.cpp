#include "app/screens/compare/change_list.h"

#include "app/screens/compare/change_delegate.h"
#include "app/text/difference_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace miaobu::app {

namespace {

constexpr std::array kinds{FileChange::Kind::Added, FileChange::Kind::Changed, FileChange::Kind::Removed};

} // namespace

ChangeList::ChangeList(FileChangeModel& model, QWidget* parent)
    : Card(parent), m_model(model), m_filter(new QLineEdit), m_kinds{new QPushButton, new QPushButton, new QPushButton},
      m_tree(new QPushButton), m_view(new QListView),
      m_nothing(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)) {
    m_filter->setObjectName(QStringLiteral("changeFilter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(iconOf(Icon::Search), QLineEdit::LeadingPosition);
    m_filter->installEventFilter(this);
    m_nothing->setObjectName(QStringLiteral("changesNothing"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_view->setObjectName(QStringLiteral("changeRows"));
    m_view->setModel(&model);
    m_view->setItemDelegate(new ChangeDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setMouseTracking(true);
    m_view->setUniformItemSizes(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->installEventFilter(this);
    auto* filters = new QHBoxLayout;
    buildFilters(*filters);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(metrics::space3, metrics::space3, metrics::space3, metrics::space2);
    top->setSpacing(metrics::space1);
    top->addWidget(m_filter);
    top->addLayout(filters);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, metrics::space2);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_view, 1);
    column->addWidget(m_nothing, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &ChangeList::applyFilter);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChangeList::onCurrentChanged);
    connect(m_view, &QListView::activated, this, [this] {
        if (m_model.change(m_view->currentIndex().row())) {
            emit contentRequested();
        }
    });
    connect(m_view, &QListView::clicked, this, [this] { foldCurrent({}); });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        const bool nothing = m_model.rowCount() == 0;
        m_view->setVisible(!nothing);
        m_nothing->setVisible(nothing);
        retranslate();
    });
    m_nothing->hide();
    retranslate();
}

void ChangeList::buildFilters(QHBoxLayout& filters) {
    filters.setSpacing(metrics::space1);
    for (QPushButton* const button : m_kinds) {
        button->setCheckable(true);
        button->setAutoExclusive(false);
        setButtonKind(*button, ButtonKind::Quiet);
        filters.addWidget(button);
        connect(button, &QPushButton::toggled, this, [this, button](bool checked) {
            for (QPushButton* const other : m_kinds) {
                if (checked && other != button) {
                    other->setChecked(false);
                }
            }
            applyFilter();
        });
    }
    filters.addStretch();
    m_tree->setObjectName(QStringLiteral("changeTree"));
    m_tree->setIcon(iconOf(Icon::Folder));
    m_tree->setCheckable(true);
    m_tree->setChecked(true);
    setButtonKind(*m_tree, ButtonKind::Quiet);
    m_model.setTree(true);
    filters.addWidget(m_tree);
    connect(m_tree, &QPushButton::toggled, this, [this](bool isTree) {
        const FileChange* const current = m_model.change(m_view->currentIndex().row());
        const QString kept = current ? current->path : QString();
        m_model.setTree(isTree);
        choose(kept);
    });
}

bool ChangeList::foldCurrent(std::optional<bool> folded) {
    const QModelIndex index = m_view->currentIndex();
    if (index.data(FileChangeModel::FolderRole).toString().isEmpty()) {
        return false;
    }
    const int row = index.row();
    m_model.setFolded(row, folded.value_or(!index.data(FileChangeModel::FoldedRole).toBool()));
    m_view->setCurrentIndex(m_model.index(row));
    return true;
}

void ChangeList::applyFilter() {
    const FileChange* const current = m_model.change(m_view->currentIndex().row());
    const QString kept = current ? current->path : QString();
    std::optional<FileChange::Kind> kind;
    for (const FileChange::Kind one : kinds) {
        if (m_kinds.at(static_cast<std::size_t>(one))->isChecked()) {
            kind = one;
        }
    }
    m_model.setFilter(m_filter->text(), kind);
    choose(kept);
}

void ChangeList::choose(const QString& path) {
    const int row = m_model.rowOf(path);
    const QModelIndex index = m_model.index(row >= 0 ? row : m_model.firstFile());
    if (index.isValid()) {
        m_view->setCurrentIndex(index);
        m_view->scrollTo(index);
    } else {
        emit nothingChosen();
    }
}

void ChangeList::onCurrentChanged(const QModelIndex& index) {
    if (const FileChange* const change = m_model.change(index.row())) {
        emit chosen(*change);
    }
}

void ChangeList::focusList() {
    m_view->setFocus();
}

void ChangeList::focusFilter() {
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool ChangeList::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            focusList();
            return true;
        }
        if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
    }
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool folds = key == Qt::Key_Left || key == Qt::Key_Right;
        const bool turns = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space;
        if ((folds && foldCurrent(key == Qt::Key_Left)) || (turns && foldCurrent({}))) {
            return true;
        }
    }
    return Card::eventFilter(watched, event);
}

void ChangeList::retranslate() {
    m_filter->setPlaceholderText(tr("Filter files"));
    m_filter->setAccessibleName(tr("Filter files"));
    m_view->setAccessibleName(tr("Files that differ"));
    for (const FileChange::Kind kind : kinds) {
        m_kinds.at(static_cast<std::size_t>(kind))->setText(changeTitle(kind));
    }
    m_tree->setAccessibleName(tr("Show the files under their folders"));
    m_tree->setToolTip(tr("Show the files under their folders"));
    m_nothing->setText(m_model.total() == 0 ? tr("The files of both are the same.") : tr("No file fits the filter."));
}

void ChangeList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Card::changeEvent(event);
}

} // namespace miaobu::app
