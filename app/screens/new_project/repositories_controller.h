#pragma once

#include "app/screens/new_project/repositories_state.h"
#include "app/shell/window_services.h"
#include "core/async/operation.h"

#include <QObject>
#include <QTimer>

namespace miaobu::app {

class RepositoryCard;

/// Shows the current account's repositories: as they are known at once, and as they are as soon as GitHub has said it.
class RepositoriesController final : public QObject {
    Q_OBJECT

public:
    /// Everything outlives this.
    RepositoriesController(const WindowServices& services, RepositoryCard& card);

    /// The list is to be seen: it is read anew.
    void open();

signals:
    /// \a location is where \a repository is fetched from.
    void chosen(const QString& location);
    void accountsRequested();

private:
    void onAccountsChanged();
    void refresh();
    void search(const QString& words);
    void startSearch();
    void show();

    WindowServices m_services;
    RepositoryCard& m_card;
    RepositoriesState m_state;
    QTimer m_pause; ///< Nobody is asked while a person is still typing.
    QString m_wanted;
    QString m_asked;
    OperationId m_refresh = 0;
    OperationId m_search = 0;
    QList<GitHubRepository> m_read; ///< Of the list that is being read
};

} // namespace miaobu::app
