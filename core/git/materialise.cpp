#include "core/git/materialise.h"

#include "core/async/error.h"
#include "core/git/commit_lookup.h"
#include "core/git/git_error.h"

#include <QDir>
#include <QFile>

#include <sys/stat.h>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

GitObject treeOf(git_commit* commit, const QString& subfolder) {
    GitTree root;
    checkGit(gitInto(root, &git_commit_tree, commit), hexOf(*git_commit_id(commit)));
    GitObject tree;
    if (subfolder.isEmpty()) {
        checkGit(gitInto(tree, &git_object_dup, reinterpret_cast<git_object*>(root.get())), {});
        return tree;
    }
    const int code = gitInto(tree, &git_object_lookup_bypath, reinterpret_cast<git_object*>(root.get()),
        subfolder.toUtf8().constData(), GIT_OBJECT_TREE);
    if (code < 0) {
        throw Error(ErrorKind::FolderMissing, subfolder, hexOf(*git_commit_id(commit)));
    }
    return tree;
}

void makePrivateFolder(const QString& path) {
    const QByteArray name = QFile::encodeName(path);
    if (!QDir::isAbsolutePath(path) || mkdir(name.constData(), S_IRWXU) != 0) {
        throw Error(errno == ENOSPC ? ErrorKind::DiskFull : ErrorKind::FileSystem, path, qt_error_string(errno));
    }
}

} // namespace

void materialise(git_repository* repository, git_commit* commit, const QString& subfolder, const QString& destination,
    const ProgressHandler& progress) {
    const GitObject tree = treeOf(commit, subfolder);
    makePrivateFolder(destination);
    const QByteArray target = QFile::encodeName(destination);
    git_checkout_options options{};
    git_checkout_options_init(&options, GIT_CHECKOUT_OPTIONS_VERSION);
    options.checkout_strategy = GIT_CHECKOUT_FORCE | GIT_CHECKOUT_DONT_UPDATE_INDEX | GIT_CHECKOUT_DONT_WRITE_INDEX;
    options.target_directory = target.constData();
    options.progress_payload = const_cast<ProgressHandler*>(&progress);
    options.progress_cb = [](const char*, std::size_t done, std::size_t total, void* payload) {
        (*static_cast<const ProgressHandler*>(payload))(static_cast<qint64>(done), static_cast<qint64>(total));
    };
    checkGit(git_checkout_tree(repository, tree.get(), &options), destination);
}

Revision describeCommit(git_commit* commit, const QString& subfolder, const QString& branch) {
    Revision revision;
    revision.commit = hexOf(*git_commit_id(commit));
    revision.tree = hexOf(*git_object_id(treeOf(commit, subfolder).get()));
    revision.branch = branch;
    revision.message = QString::fromUtf8(git_commit_summary(commit));
    revision.author = QString::fromUtf8(git_commit_author(commit)->name);
    return revision;
}

} // namespace miaobu
