#include "core/git/folder_listing.h"

#include "core/async/cancel.h"
#include "core/git/commit_lookup.h"
#include "core/git/git_error.h"
#include "core/git/materialise.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace miaobu {

namespace {

constexpr std::array<std::string_view, 22> neverCopied{".git", ".hg", ".svn", "node_modules", "bower_components",
    ".next", ".nuxt", ".cache", ".parcel-cache", ".turbo", ".svelte-kit", ".astro", ".angular", ".docusaurus",
    ".vercel", ".netlify", ".DS_Store", "Thumbs.db", "__pycache__", ".venv", ".pytest_cache", ".idea"};

QString shown(const fs::path& path) {
    return QString::fromStdString(path.string());
}

bool isNeverCopied(std::string_view name) {
    return std::ranges::find(neverCopied, name) != neverCopied.end();
}

bool isEnvironmentFile(std::string_view name) {
    return name == ".env" || name.starts_with(".env.");
}

void noteEnvironmentFile(const fs::path& path, FolderListing& listing) {
    listing.notes.append(
        u"Left out %1: it is not part of the repository. Set its variables in the project instead."_s.arg(shown(path)));
}

void listBelow(const fs::path& root, const fs::path& relative, FolderListing& listing, const std::stop_token& stop) {
    for (const fs::directory_entry& entry : fs::directory_iterator(root / relative)) {
        throwIfCancelled(stop);
        const std::string name = entry.path().filename().string();
        const fs::path path = relative / name;
        if (isNeverCopied(name)) {
            continue;
        }
        if (isEnvironmentFile(name)) {
            noteEnvironmentFile(path, listing);
        } else if (entry.is_symlink() || entry.is_regular_file()) {
            listing.files.push_back(path.string());
        } else if (entry.is_directory()) {
            listBelow(root, path, listing, stop);
        } else {
            listing.notes.append(u"Left out %1: it is not a file."_s.arg(shown(path)));
        }
    }
}

void finish(FolderListing& listing) {
    std::ranges::sort(listing.files);
    const auto repeated = std::ranges::unique(listing.files);
    listing.files.erase(repeated.begin(), repeated.end());
}

/// Collects the files of one working folder of Git.
class RepositoryLister {
public:
    RepositoryLister(const FolderRepository& place, std::stop_token stop)
        : m_root(place.repository / place.subfolder),
          m_prefix(place.subfolder.empty() ? std::string() : place.subfolder + '/'), m_stop(std::move(stop)) {
        checkGit(gitInto(m_repository, &git_repository_open, place.repository.c_str()), shown(place.repository));
    }

    FolderListing list() {
        readStatus();
        addTracked();
        finish(m_listing);
        return std::move(m_listing);
    }

    [[nodiscard]] git_repository* repository() const { return m_repository.get(); }

private:
    void readStatus() {
        git_status_options options{};
        git_status_options_init(&options, GIT_STATUS_OPTIONS_VERSION);
        options.show = GIT_STATUS_SHOW_INDEX_AND_WORKDIR;
        options.flags = GIT_STATUS_OPT_INCLUDE_UNTRACKED | GIT_STATUS_OPT_RECURSE_UNTRACKED_DIRS
            | GIT_STATUS_OPT_DISABLE_PATHSPEC_MATCH | GIT_STATUS_OPT_EXCLUDE_SUBMODULES;
        char* paths[] = {m_prefix.data()};
        if (!m_prefix.empty()) {
            options.pathspec = {paths, 1};
        }
        GitStatus status;
        checkGit(gitInto(status, &git_status_list_new, m_repository.get(), &options), shown(m_root));
        const std::size_t count = git_status_list_entrycount(status.get());
        for (std::size_t i = 0; i < count; ++i) {
            throwIfCancelled(m_stop);
            takeStatus(*git_status_byindex(status.get(), i));
        }
    }

    void takeStatus(const git_status_entry& entry) {
        const git_diff_delta* delta = entry.index_to_workdir ? entry.index_to_workdir : entry.head_to_index;
        const std::string path = delta->new_file.path;
        if (!path.starts_with(m_prefix)) {
            return;
        }
        if ((entry.status & GIT_STATUS_WT_NEW) != 0) {
            addUntracked(path.substr(m_prefix.size()));
            return;
        }
        if ((entry.status & GIT_STATUS_WT_DELETED) != 0) {
            m_deleted.insert(path);
        }
        m_listing.revision.modified = true;
    }

    void addUntracked(const std::string& path) {
        const fs::path relative(path);
        if (std::ranges::any_of(relative, [](const fs::path& part) { return isNeverCopied(part.string()); })) {
            return;
        }
        if (isEnvironmentFile(relative.filename().string())) {
            noteEnvironmentFile(relative, m_listing);
            return;
        }
        m_listing.revision.modified = true;
        if (path.ends_with('/')) {
            addNested(path.substr(0, path.size() - 1));
        } else {
            m_listing.files.push_back(path);
        }
    }

    // Another repository inside this one: a submodule, or one that merely lies there.
    void addNested(const std::string& path) {
        FolderListing nested = listPlainFolder(m_root / path, m_stop);
        for (const std::string& file : nested.files) {
            m_listing.files.push_back(path + '/' + file);
        }
    }

    void addTracked() {
        GitIndex index;
        checkGit(gitInto(index, &git_repository_index, m_repository.get()), shown(m_root));
        const std::size_t count = git_index_entrycount(index.get());
        for (std::size_t i = 0; i < count; ++i) {
            throwIfCancelled(m_stop);
            const git_index_entry* entry = git_index_get_byindex(index.get(), i);
            const std::string path = entry->path;
            if (!path.starts_with(m_prefix) || m_deleted.contains(path)) {
                continue;
            }
            const std::string relative = path.substr(m_prefix.size());
            if (entry->mode != GIT_FILEMODE_COMMIT) {
                m_listing.files.push_back(relative);
            } else if (fs::is_directory(m_root / relative) && !fs::is_symlink(m_root / relative)) {
                addNested(relative);
            }
        }
    }

    GitRepository m_repository;
    fs::path m_root;
    std::string m_prefix;
    std::stop_token m_stop;
    std::set<std::string> m_deleted;
    FolderListing m_listing;
};

bool isIgnored(git_repository* repository, const std::string& subfolder) {
    int ignored = 0;
    return !subfolder.empty() && git_ignore_path_is_ignored(&ignored, repository, (subfolder + '/').c_str()) == 0
        && ignored != 0;
}

} // namespace

std::optional<FolderRepository> findRepository(const fs::path& folder) {
    if (!fs::is_directory(folder)) {
        throw Error(ErrorKind::FolderMissing, shown(folder));
    }
    GitRepository repository;
    const int code
        = gitInto(repository, &git_repository_open_ext, folder.c_str(), 0U, static_cast<const char*>(nullptr));
    if (code == GIT_ENOTFOUND) {
        return std::nullopt;
    }
    FolderRepository result;
    if (code == GIT_EOWNER) {
        result.isForeign = true;
        return result;
    }
    checkGit(code, shown(folder));
    const fs::path whole = fs::canonical(folder);
    if (git_repository_is_bare(repository.get()) == 1) {
        result.repository = git_repository_path(repository.get());
        result.isBare = fs::canonical(result.repository) == whole;
        return result.isBare ? std::optional(result) : std::nullopt;
    }
    result.repository = fs::canonical(git_repository_workdir(repository.get()));
    if (result.repository != whole) {
        result.subfolder = whole.lexically_relative(result.repository).string();
    }
    if (result.subfolder.starts_with("..") || isIgnored(repository.get(), result.subfolder)) {
        return std::nullopt;
    }
    GitReference head;
    if (gitInto(head, &git_repository_head, repository.get()) == 0 && git_reference_is_branch(head.get()) == 1) {
        result.branch = QString::fromUtf8(git_reference_shorthand(head.get()));
    }
    return result;
}

FolderListing listRepository(const FolderRepository& place, std::stop_token stop) {
    RepositoryLister lister(place, std::move(stop));
    FolderListing listing = lister.list();
    git_oid id{};
    if (git_reference_name_to_id(&id, lister.repository(), "HEAD") == 0) {
        const GitCommit head = findCommit(lister.repository(), id);
        const bool modified = listing.revision.modified;
        const QString subfolder = modified ? QString() : QString::fromStdString(place.subfolder);
        listing.revision = describeCommit(head.get(), subfolder, place.branch);
        listing.revision.modified = modified;
        if (modified) {
            listing.revision.tree.clear();
        }
    } else {
        listing.revision = {};
        listing.revision.branch = place.branch;
    }
    return listing;
}

FolderListing listPlainFolder(const fs::path& folder, std::stop_token stop) {
    FolderListing listing;
    listBelow(folder, {}, listing, stop);
    finish(listing);
    return listing;
}

} // namespace miaobu
