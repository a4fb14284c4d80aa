#include "core/git/commit_lookup.h"

#include "core/git/git_error.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr qsizetype fullLength = 40;

GitCommit found(GitCommit commit, int code, const QString& subject) {
    if (code == GIT_ENOTFOUND) {
        return nullptr;
    }
    if (code == GIT_EAMBIGUOUS) {
        throw Error(ErrorKind::CommitNotFound, subject, u"several commits begin like this"_s);
    }
    checkGit(code, subject);
    return commit;
}

} // namespace

bool isCommitName(const QString& text) {
    static const QRegularExpression pattern(u"\\A[0-9a-fA-F]{4,40}\\z"_s);
    return pattern.match(text).hasMatch();
}

GitCommit findCommit(git_repository* repository, const QString& text) {
    git_oid id{};
    const QByteArray digits = text.toLatin1().toLower();
    checkGit(git_oid_fromstrn(&id, digits.constData(), static_cast<std::size_t>(digits.size())), text);
    if (digits.size() == fullLength) {
        return findCommit(repository, id);
    }
    GitCommit commit;
    const int code
        = gitInto(commit, &git_commit_lookup_prefix, repository, &id, static_cast<std::size_t>(digits.size()));
    return found(std::move(commit), code, text);
}

GitCommit findCommit(git_repository* repository, const git_oid& id) {
    GitCommit commit;
    const int code = gitInto(commit, &git_commit_lookup, repository, &id);
    return found(std::move(commit), code, hexOf(id));
}

QString hexOf(const git_oid& id) {
    QByteArray digits(fullLength, Qt::Uninitialized);
    git_oid_fmt(digits.data(), &id);
    return QString::fromLatin1(digits);
}

} // namespace miaobu
