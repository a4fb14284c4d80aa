#include "app/screens/new_project/repository_card.h"

#include "app/screens/new_project/repository_delegate.h"
#include "app/text/state_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/busy_ring.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/label.h"
#include "app/widgets/notice.h"
#include "core/github/repository_filter.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QPushButton>

#include <algorithm>

namespace miaobu::app {

namespace {
constexpr int mostRows = 6;
constexpr int skeletonRows = 5;
} // namespace

RepositoryCard::RepositoryCard(QWidget* parent)
    : Card(parent), m_title(new Label(Type::Heading)), m_ring(new BusyRing(14)), m_account(new QPushButton),
      m_refresh(new QPushButton), m_notice(new Notice(Tone::Building)), m_filter(new QLineEdit), m_view(new QListView),
      m_empty(new EmptyState(Icon::Branch)) {
    setObjectName(QStringLiteral("repositoryCard"));
    m_account->setObjectName(QStringLiteral("repositoryAccount"));
    m_refresh->setObjectName(QStringLiteral("refreshRepositories"));
    m_notice->setObjectName(QStringLiteral("repositoryNotice"));
    m_filter->setObjectName(QStringLiteral("repositoryFilter"));
    m_view->setObjectName(QStringLiteral("repositoryList"));
    m_empty->setObjectName(QStringLiteral("noRepositories"));
    setButtonKind(*m_account, ButtonKind::Quiet);
    setButtonKind(*m_refresh, ButtonKind::Quiet);
    m_filter->addAction(iconOf(Icon::Search), QLineEdit::LeadingPosition);
    m_filter->setClearButtonEnabled(true);
    buildList();
    auto* head = new QHBoxLayout;
    head->setSpacing(metrics::space2);
    head->addWidget(m_title);
    head->addWidget(m_ring);
    head->addStretch();
    head->addWidget(m_account);
    head->addWidget(m_refresh);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(metrics::space5, metrics::space3, metrics::space4, 0);
    top->setSpacing(metrics::space2);
    top->addLayout(head);
    top->addWidget(m_notice);
    top->addWidget(m_filter);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, metrics::space2);
    column->setSpacing(metrics::space2);
    column->addLayout(top);
    column->addWidget(m_view);
    column->addWidget(m_empty);
    connect(m_filter, &QLineEdit::textChanged, this, &RepositoryCard::showRows);
    connect(m_filter, &QLineEdit::returnPressed, this, [this] { choose(m_model.index(0)); });
    connect(m_refresh, &QPushButton::clicked, this, &RepositoryCard::refreshRequested);
    connect(m_account, &QPushButton::clicked, this, &RepositoryCard::accountsRequested);
    connect(m_notice, &Notice::actionRequested, this, &RepositoryCard::act);
    connect(m_empty, &EmptyState::actionRequested, this, &RepositoryCard::act);
    setState({});
}

void RepositoryCard::buildList() {
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new RepositoryDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setMouseTracking(true);
    m_view->setUniformItemSizes(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    m_filter->installEventFilter(this);
}

void RepositoryCard::setState(const RepositoriesState& state) {
    const bool isOther = state.account.has_value() != m_state.account.has_value()
        || (state.account && state.account->id != m_state.account->id);
    m_state = state;
    if (isOther) {
        m_filter->clear();
    }
    const bool isSignedIn = state.account.has_value();
    m_ring->setVisible(isSignedIn && (state.isRefreshing || state.isSearching));
    m_account->setVisible(isSignedIn);
    m_refresh->setVisible(isSignedIn);
    m_refresh->setEnabled(!state.isRefreshing);
    m_filter->setVisible(isSignedIn);
    showNotice();
    showRows();
    retranslate();
}

void RepositoryCard::focusFilter() {
    m_filter->setFocus(Qt::OtherFocusReason);
}

void RepositoryCard::showRows() {
    const QString words = m_filter->text().simplified();
    const bool isFirstTime = m_state.isRefreshing && m_state.repositories.isEmpty();
    QList<GitHubRepository> fitting = matching(m_state.repositories, words);
    if (fitting.isEmpty() && !words.isEmpty() && words == m_state.searched) {
        fitting = m_state.found;
    }
    if (isFirstTime) {
        m_model.setSkeleton(skeletonRows);
    } else {
        m_model.setSkeleton(0);
        m_model.setRepositories(fitting, m_state.imported);
    }
    const int rows = m_model.rowCount();
    m_view->setVisible(m_state.account.has_value() && rows > 0);
    m_view->setFixedHeight(std::min(rows, mostRows) * metrics::rowHeight);
    m_empty->setVisible(rows == 0);
    if (m_state.account && !isFirstTime && fitting.isEmpty() && !words.isEmpty() && words != m_state.searched) {
        emit searchRequested(words);
    }
    retranslate();
}

void RepositoryCard::showNotice() {
    m_notice->setVisible(m_state.account.has_value() && m_state.error.has_value());
    if (m_state.error) {
        const ErrorWords& words = m_state.error->words;
        QStringList sentences{words.next};
        if (m_state.knownSince.isValid()) {
            sentences.append(
                tr("The list is from %1.").arg(timeAgo(m_state.knownSince, QDateTime::currentDateTimeUtc())));
        }
        m_notice->setWords(words.what, sentences.join(QLatin1Char(' ')), actionLabel(words));
    }
}

void RepositoryCard::choose(const QModelIndex& index) {
    if (index.isValid() && !index.data(RepositoryListModel::SkeletonRole).toBool()) {
        emit chosen(index.data(RepositoryListModel::RepositoryRole).value<GitHubRepository>());
    }
}

void RepositoryCard::act() {
    const bool wantsRetry = m_state.account && m_state.error && m_state.error->words.action != ErrorAction::SignIn;
    const bool isEmptyHere = m_state.account && !m_state.error;
    if (wantsRetry || isEmptyHere) {
        m_filter->clear();
        emit refreshRequested();
    } else {
        emit accountsRequested();
    }
}

bool RepositoryCard::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view->viewport() && event->type() == QEvent::MouseButtonRelease) {
        const auto* const mouse = static_cast<QMouseEvent*>(event);
        if (mouse->button() == Qt::LeftButton) {
            choose(m_view->indexAt(mouse->pos()));
        }
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (watched == m_view && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
            choose(m_view->currentIndex());
            return true;
        }
        if (watched == m_filter && key == Qt::Key_Down && m_model.rowCount() > 0) {
            m_view->setCurrentIndex(m_model.index(0));
            m_view->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return Card::eventFilter(watched, event);
}

void RepositoryCard::retranslate() {
    m_title->setText(m_state.account ? tr("Your repositories") : tr("A repository on GitHub"));
    m_account->setText(m_state.account && !m_state.account->login.isEmpty() ? m_state.account->login : tr("Account"));
    m_account->setAccessibleName(tr("GitHub accounts"));
    m_account->setToolTip(tr("GitHub accounts"));
    m_refresh->setText(tr("Refresh"));
    m_filter->setPlaceholderText(tr("Filter by name, owner or description"));
    m_filter->setAccessibleName(tr("Filter repositories"));
    m_view->setAccessibleName(tr("Repositories"));
    if (!m_state.account) {
        m_empty->setWords(tr("Sign in to see your repositories"),
            tr("Private ones too, and those of your organisations."), tr("Sign in with GitHub"));
    } else if (m_state.isSearching) {
        m_empty->setWords(tr("Asking GitHub…"), {});
    } else if (!m_filter->text().isEmpty()) {
        m_empty->setWords(tr("No repository fits"),
            tr("Check the organisation's access on GitHub, or paste the "
               "address of the repository below."));
    } else {
        m_empty->setWords(tr("No repositories here"),
            tr("The account sees none. Check the access of its organisations on GitHub."), tr("Look again"));
    }
}

void RepositoryCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        showNotice();
        retranslate();
    }
    Card::changeEvent(event);
}

} // namespace miaobu::app
