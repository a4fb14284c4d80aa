#pragma once

#include <git2.h>
#include <memory>

namespace miaobu {

namespace detail {

template <auto Free>
struct GitFree {
    template <typename Handle>
    void operator()(Handle* handle) const noexcept {
        Free(handle);
    }
};

template <typename Handle, auto Free>
using GitHandle = std::unique_ptr<Handle, GitFree<Free>>;

} // namespace detail

using GitRepository = detail::GitHandle<git_repository, &git_repository_free>;
using GitRemote = detail::GitHandle<git_remote, &git_remote_free>;
using GitReference = detail::GitHandle<git_reference, &git_reference_free>;
using GitBranches = detail::GitHandle<git_branch_iterator, &git_branch_iterator_free>;
using GitObject = detail::GitHandle<git_object, &git_object_free>;
using GitCommit = detail::GitHandle<git_commit, &git_commit_free>;
using GitTree = detail::GitHandle<git_tree, &git_tree_free>;
using GitTreeEntry = detail::GitHandle<git_tree_entry, &git_tree_entry_free>;
using GitIndex = detail::GitHandle<git_index, &git_index_free>;
using GitStatus = detail::GitHandle<git_status_list, &git_status_list_free>;
using GitObjects = detail::GitHandle<git_odb, &git_odb_free>;

/// Calls a libgit2 function whose first parameter takes the new handle, and puts the handle into \a handle. Gives its return code.
template <typename Handle, typename Function, typename... Arguments>
[[nodiscard]] int gitInto(Handle& handle, Function function, Arguments... arguments) {
    typename Handle::pointer raw = nullptr;
    const int code = function(&raw, arguments...);
    handle.reset(raw);
    return code;
}

} // namespace miaobu
