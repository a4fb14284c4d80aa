#include "core/git/materialise.h"

#include "core/async/error.h"
#include "core/git/commit_lookup.h"
#include "core/git/git_error.h"
#include "core/git/submodules.h"

#include <QDir>
#include <QFile>

#include <git2/sys/mempack.h>
#include <git2/sys/odb_backend.h>
#include <sys/stat.h>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

GitTree treeOf(git_commit* commit, const QString& subfolder) {
    GitTree root;
    checkGit(gitInto(root, &git_commit_tree, commit), hexOf(*git_commit_id(commit)));
    if (subfolder.isEmpty()) {
        return root;
    }
    GitObject object;
    const int code = gitInto(object, &git_object_lookup_bypath, reinterpret_cast<git_object*>(root.get()),
        subfolder.toUtf8().constData(), GIT_OBJECT_TREE);
    if (code < 0) {
        throw Error(ErrorKind::FolderMissing, subfolder, hexOf(*git_commit_id(commit)));
    }
    return GitTree(reinterpret_cast<git_tree*>(object.release()));
}

/// \a tree without the folders that stand for other repositories.
GitTree withoutGitlinks(git_repository* repository, git_tree* tree) {
    GitTreeBuilder builder;
    checkGit(gitInto(builder, &git_treebuilder_new, repository, tree), {});
    for (std::size_t i = 0; i < git_tree_entrycount(tree); ++i) {
        const git_tree_entry* entry = git_tree_entry_byindex(tree, i);
        const char* name = git_tree_entry_name(entry);
        if (git_tree_entry_type(entry) == GIT_OBJECT_COMMIT) {
            checkGit(git_treebuilder_remove(builder.get(), name), {});
        } else if (git_tree_entry_type(entry) == GIT_OBJECT_TREE) {
            GitTree child;
            checkGit(gitInto(child, &git_tree_lookup, repository, git_tree_entry_id(entry)), {});
            const GitTree plain = withoutGitlinks(repository, child.get());
            checkGit(git_treebuilder_insert(
                         nullptr, builder.get(), name, git_tree_id(plain.get()), git_tree_entry_filemode(entry)),
                {});
        }
    }
    git_oid id{};
    checkGit(git_treebuilder_write(&id, builder.get()), {});
    GitTree plain;
    checkGit(gitInto(plain, &git_tree_lookup, repository, &id), {});
    return plain;
}

// Whatever is written from now on stays in memory, and this repository's own objects as they are.
void keepNewObjectsInMemory(git_repository* repository) {
    constexpr int first = 1000;
    GitObjects objects;
    checkGit(gitInto(objects, &git_repository_odb, repository), {});
    git_odb_backend* memory = nullptr;
    checkGit(git_mempack_new(&memory), {});
    checkGit(git_odb_add_backend(objects.get(), memory, first), {});
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
    GitTree tree = treeOf(commit, subfolder);
    // libgit2 checks a submodule's folder out of a repository with a working folder only.
    const QList<Gitlink> links = gitlinksOf(tree.get());
    if (!links.isEmpty()) {
        keepNewObjectsInMemory(repository);
        tree = withoutGitlinks(repository, tree.get());
    }
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
    checkGit(git_checkout_tree(repository, reinterpret_cast<git_object*>(tree.get()), &options), destination);
    for (const Gitlink& link : links) {
        QDir(destination).mkpath(link.path);
    }
}

Revision describeCommit(git_commit* commit, const QString& subfolder, const QString& branch) {
    Revision revision;
    revision.commit = hexOf(*git_commit_id(commit));
    revision.tree = hexOf(*git_tree_id(treeOf(commit, subfolder).get()));
    revision.branch = branch;
    revision.message = QString::fromUtf8(git_commit_summary(commit));
    revision.author = QString::fromUtf8(git_commit_author(commit)->name);
    return revision;
}

} // namespace miaobu
