#pragma once

#include "core/git/git_handles.h"
#include "core/git/git_http.h"
#include "core/git/git_job.h"
#include "core/git/source_checkout.h"

#include <QList>
#include <QString>

#include <optional>

namespace miaobu {

struct RemoteBranch {
    QString name;
    git_oid head;
};

/// A Git server that is asked for one repository's branches and packs over http(s).
class GitServer {
public:
    /// \a progress is called with received and total objects.
    GitServer(QString url, GitCredential credential, ProgressHandler progress);

    /// \throws Error(RepositoryNotFound), (AuthenticationRequired), (Redirected), (RepositoryEmpty), (TlsFailed),
    /// (HostNotFound) …
    void connect(git_repository* mirror);

    [[nodiscard]] const QList<RemoteBranch>& branches() const { return m_branches; }
    /// The branch that HEAD names; else main, master or the only one; empty when none of these is there.
    [[nodiscard]] QString defaultBranch() const;

    enum class History { Newest, Whole };
    /// Fetches what \a refspec names into \a mirror. History::Newest asks for the last commit only, where libgit2 can
    /// (1.7); History::Whole for everything that is missing.
    void fetch(git_repository* mirror, const QString& refspec, History history);

private:
    void readBranches(git_remote* remote);
    [[nodiscard]] git_remote_callbacks callbacks();

    void check(int code);

    static int makeTransport(git_transport** out, git_remote* remote, void* self);
    static int showTransfer(const git_indexer_progress* stats, void* self);
    static int showServerWords(const char* text, int length, void* self);

    QString m_url;
    GitHttp m_http;
    ProgressHandler m_progress;
    QList<RemoteBranch> m_branches;
    QString m_head;
};

} // namespace miaobu
