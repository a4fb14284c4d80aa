#pragma once

#include <git2.h>

#include <memory>

namespace miaobu {

namespace detail {

template <auto Free> struct CFree {
    template <typename Handle> void operator()(Handle* handle) const noexcept { Free(handle); }
};

template <typename Handle, auto Free> using CHandle = std::unique_ptr<Handle, CFree<Free>>;

} // namespace detail

using GitRepository = detail::CHandle<git_repository, &git_repository_free>;
using GitRemote = detail::CHandle<git_remote, &git_remote_free>;
using GitReference = detail::CHandle<git_reference, &git_reference_free>;
using GitBranches = detail::CHandle<git_branch_iterator, &git_branch_iterator_free>;
using GitObject = detail::CHandle<git_object, &git_object_free>;
using GitCommit = detail::CHandle<git_commit, &git_commit_free>;
using GitTree = detail::CHandle<git_tree, &git_tree_free>;
using GitTreeEntry = detail::CHandle<git_tree_entry, &git_tree_entry_free>;
using GitTreeBuilder = detail::CHandle<git_treebuilder, &git_treebuilder_free>;
using GitObjects = detail::CHandle<git_odb, &git_odb_free>;
using GitIndex = detail::CHandle<git_index, &git_index_free>;
using GitStatus = detail::CHandle<git_status_list, &git_status_list_free>;
using GitConfiguration = detail::CHandle<git_config, &git_config_free>;

/// Calls a libgit2 function whose first parameter takes the new handle, and puts the handle into \a handle. Gives its
/// return code.
template <typename Handle, typename Function, typename... Arguments>
[[nodiscard]] int gitInto(Handle& handle, Function function, Arguments... arguments) {
    typename Handle::pointer raw = nullptr;
    const int code = function(&raw, arguments...);
    handle.reset(raw);
    return code;
}

} // namespace miaobu
