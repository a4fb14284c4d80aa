#include "core/git/git_remote.h"

#include "core/git/git_error.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr QLatin1StringView branchPrefix("refs/heads/");

GitRemote anonymousRemote(git_repository* mirror, const QString& url) {
    GitRemote remote;
    checkGit(gitInto(remote, &git_remote_create_anonymous, mirror, url.toUtf8().constData()), url);
    return remote;
}

} // namespace

GitServer::GitServer(QString url, GitCredential credential, ProgressHandler progress)
    : m_url(std::move(url)), m_http(m_url, std::move(credential)), m_progress(std::move(progress)) { }

int GitServer::makeTransport(git_transport** out, git_remote* remote, void* self) {
    return static_cast<GitServer*>(self)->m_http.makeTransport(out, remote);
}

void GitServer::check(int code) {
    const std::optional<Error> failure = m_http.takeFailure();
    if (code < 0 && failure) {
        throw Error(*failure);
    }
    checkGit(code, m_url);
}

int GitServer::showTransfer(const git_indexer_progress* stats, void* self) {
    const auto* server = static_cast<const GitServer*>(self);
    server->m_progress(stats->received_objects, stats->total_objects);
    return 0;
}

// A server that counts objects for minutes says so here: it is alive.
int GitServer::showServerWords(const char*, int, void* self) {
    const auto* server = static_cast<const GitServer*>(self);
    server->m_progress(0, 0);
    return 0;
}

git_remote_callbacks GitServer::callbacks() {
    git_remote_callbacks result{};
    git_remote_init_callbacks(&result, GIT_REMOTE_CALLBACKS_VERSION);
    result.transport = &GitServer::makeTransport;
    result.transfer_progress = &GitServer::showTransfer;
    result.sideband_progress = &GitServer::showServerWords;
    result.payload = this;
    return result;
}

void GitServer::connect(git_repository* mirror) {
    const GitRemote remote = anonymousRemote(mirror, m_url);
    git_remote_connect_options options{};
    git_remote_connect_options_init(&options, GIT_REMOTE_CONNECT_OPTIONS_VERSION);
    options.callbacks = callbacks();
    check(git_remote_connect_ext(remote.get(), GIT_DIRECTION_FETCH, &options));
    readBranches(remote.get());
    git_remote_disconnect(remote.get());
    if (m_branches.isEmpty()) {
        throw Error(ErrorKind::RepositoryEmpty, m_url);
    }
}

void GitServer::readBranches(git_remote* remote) {
    const git_remote_head** heads = nullptr;
    std::size_t count = 0;
    checkGit(git_remote_ls(&heads, &count, remote), m_url);
    m_branches.clear();
    for (std::size_t i = 0; i < count; ++i) {
        const QString name = QString::fromUtf8(heads[i]->name);
        if (name.startsWith(branchPrefix)) {
            m_branches.append({name.mid(branchPrefix.size()), heads[i]->oid});
        } else if (name == u"HEAD"_s && heads[i]->symref_target) {
            m_head = QString::fromUtf8(heads[i]->symref_target).mid(branchPrefix.size());
        }
    }
}

QString GitServer::defaultBranch() const {
    for (const QString& candidate : {m_head, u"main"_s, u"master"_s}) {
        if (std::ranges::any_of(
                m_branches, [&candidate](const RemoteBranch& branch) { return branch.name == candidate; })) {
            return candidate;
        }
    }
    return m_branches.size() == 1 ? m_branches.first().name : QString();
}

void GitServer::fetch(git_repository* mirror, const QString& refspec, History history) {
    const GitRemote remote = anonymousRemote(mirror, m_url);
    git_fetch_options options{};
    git_fetch_options_init(&options, GIT_FETCH_OPTIONS_VERSION);
    options.callbacks = callbacks();
    options.prune = GIT_FETCH_NO_PRUNE;
    options.update_fetchhead = 0;
    options.download_tags = GIT_REMOTE_DOWNLOAD_TAGS_NONE;
#if LIBGIT2_VER_MAJOR > 1 || LIBGIT2_VER_MINOR >= 7
    const bool isShallow = git_repository_is_shallow(mirror) == 1;
    options.depth = history == History::Newest ? 1 : isShallow ? GIT_FETCH_DEPTH_UNSHALLOW : GIT_FETCH_DEPTH_FULL;
#else
    static_cast<void>(history);
#endif
    QByteArray specification = refspec.toUtf8();
    char* specifications[] = {specification.data()};
    const git_strarray list{specifications, 1};
    check(git_remote_fetch(remote.get(), &list, &options, nullptr));
}

} // namespace miaobu
