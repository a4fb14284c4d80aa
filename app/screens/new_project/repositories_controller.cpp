#include "app/screens/new_project/repositories_controller.h"

#include "app/screens/new_project/repository_card.h"
#include "core/github/github_access.h"
#include "core/github/repository_service.h"
#include "core/store/project_repository_table.h"

#include <utility>

namespace miaobu::app {

namespace {
constexpr int typingMilliseconds = 400;
}

RepositoriesController::RepositoriesController(const WindowServices& services, RepositoryCard& card)
    : m_services(services), m_card(card) {
    RepositoryService* const service = &m_services.gitHub.repositories;
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &RepositoriesController::startSearch);
    connect(&m_card, &RepositoryCard::refreshRequested, this, &RepositoriesController::refresh);
    connect(&m_card, &RepositoryCard::searchRequested, this, &RepositoriesController::search);
    connect(&m_card, &RepositoryCard::accountsRequested, this, &RepositoriesController::accountsRequested);
    connect(&m_card, &RepositoryCard::chosen, this, [this](const GitHubRepository& repository) {
        if (m_state.account) {
            emit chosen(m_services.gitHub.access.host(m_state.account->host).cloneUrl(repository.fullName()));
        }
    });
    connect(
        &m_services.gitHub.access, &GitHubAccess::accountsChanged, this, &RepositoriesController::onAccountsChanged);
    connect(service, &RepositoryService::pageRead, this,
        [this](OperationId operation, const QList<GitHubRepository>& page) {
            if (operation == m_refresh) {
                m_read.append(page);
                // A first list grows as it comes; one that is there already is replaced as a whole.
                if (m_state.repositories.size() < m_read.size()) {
                    m_state.repositories = m_read;
                    show();
                }
            }
        });
    connect(service, &RepositoryService::listed, this,
        [this](OperationId operation, const QList<GitHubRepository>& repositories) {
            if (operation == m_refresh) {
                m_state.repositories = repositories;
                m_state.error.reset();
            }
        });
    connect(service, &RepositoryService::found, this,
        [this](OperationId operation, const QList<GitHubRepository>& repositories) {
            if (operation == m_search) {
                m_state.found = repositories;
            }
        });
    const auto onEnd = [this](OperationId operation, const std::optional<Error>& error) {
        if (operation != 0 && operation == m_refresh) {
            m_refresh = 0;
            m_state.isRefreshing = false;
        } else if (operation != 0 && operation == m_search) {
            m_search = 0;
            m_state.isSearching = false;
            m_state.searched = m_asked;
        } else {
            return;
        }
        if (error && error->kind != ErrorKind::Cancelled) {
            m_state.error = shownError(*error);
        }
        show();
    };
    connect(service, &RepositoryService::finished, this,
        [onEnd](OperationId operation) { onEnd(operation, std::nullopt); });
    connect(service, &RepositoryService::failed, this,
        [onEnd](OperationId operation, const Error& error) { onEnd(operation, error); });
}

void RepositoriesController::open() {
    m_state.account = m_services.gitHub.access.current();
    if (m_state.account) {
        m_state.repositories = m_services.gitHub.repositories.known(*m_state.account);
        refresh();
    }
    show();
}

void RepositoriesController::onAccountsChanged() {
    const std::optional<GitHubAccount> current = m_services.gitHub.access.current();
    const bool isOther = current.has_value() != m_state.account.has_value()
        || (current && (current->id != m_state.account->id || current->signedInAt != m_state.account->signedInAt));
    m_state.account = current;
    if (isOther) {
        m_services.gitHub.repositories.cancel(std::exchange(m_refresh, 0));
        m_services.gitHub.repositories.cancel(std::exchange(m_search, 0));
        m_state = {};
        open();
    } else {
        show();
    }
}

void RepositoriesController::refresh() {
    if (m_refresh != 0 || !m_state.account) {
        return;
    }
    m_read.clear();
    m_state.isRefreshing = true;
    m_state.error.reset();
    m_refresh = m_services.gitHub.repositories.refresh(*m_state.account);
    show();
}

void RepositoriesController::search(const QString& words) {
    if (words != m_wanted || m_state.searched != words) {
        m_wanted = words;
        if (m_search == 0) {
            m_pause.start();
        }
    }
}

void RepositoriesController::startSearch() {
    if (m_state.account && m_search == 0 && !m_state.isRefreshing) {
        m_state.isSearching = true;
        m_asked = m_wanted;
        m_search = m_services.gitHub.repositories.search(*m_state.account, m_asked);
        show();
    }
}

void RepositoriesController::show() {
    if (m_state.account) {
        m_state.imported = ProjectRepositoryTable(m_services.database).imported(m_state.account->host);
        m_state.knownSince = m_services.gitHub.repositories.knownSince(*m_state.account);
    }
    m_card.setState(m_state);
}

} // namespace miaobu::app
