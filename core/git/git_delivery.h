#pragma once

#include "core/git/git_handles.h"
#include "core/git/git_job.h"
#include "core/git/source_checkout.h"

#include <functional>

namespace miaobu {

/// What the Git worker does for a GitJob, and whom it tells.
class GitDelivery {
public:
    using Note = std::function<void(const QString&)>;

    GitDelivery(ProgressHandler progress, Note note) : m_progress(std::move(progress)), m_note(std::move(note)) { }

    /// Puts the commit into the job's destination: its files, the content of what it keeps in Git LFS, and its submodules
    /// where the job asks for them.
    /// \throws what SourceCheckout::checkOut() does
    [[nodiscard]] Checkout run(const GitJob& job);

private:
    /// One repository in its place, and the submodules it names there.
    struct Delivered {
        Revision revision;
        QList<GitJob> submodules;
    };

    [[nodiscard]] Delivered fromServer(const GitJob& job);
    [[nodiscard]] Delivered fromFolder(const GitJob& job);
    [[nodiscard]] Delivered deliver(git_repository* repository, git_commit* commit, const QString& branch,
        const GitJob& job, const QString& address);
    void fetchLargeFiles(
        git_repository* repository, git_commit* commit, const GitJob& job, const QString& address) const;
    [[nodiscard]] QList<GitJob> submodulesOf(
        git_repository* repository, git_commit* commit, const GitJob& job, const QString& address) const;
    void deliverSubmodules(const QList<GitJob>& submodules, int depth);

    ProgressHandler m_progress;
    Note m_note;
    qsizetype m_submodules = 0;
};

} // namespace miaobu
