#pragma once

#include "core/async/progress.h"
#include "core/log/log_sink.h"
#include "core/model/source.h"

#include <QCoro/QCoroTask>
#include <QStringList>

#include <stop_token>

namespace miaobu {

struct CheckoutRequest {
    Source source;
    QString commit; ///< Full or abbreviated hash; empty: the head of the branch, or the folder as it is now.
    QString destination; ///< Absolute path that does not exist yet; made with mode 0700.
};

/// What was put there.
struct Checkout {
    Revision revision;
    QStringList removedLinks; ///< Relative names of links that led out of the source.
};

/// Puts exactly the asked source into a fresh folder: no .git, no hooks, no link that leaves it, no credential.
class SourceCheckout {
public:
    virtual ~SourceCheckout() = default;

    /// \throws Error(RepositoryNotFound), (AuthenticationRequired), (RepositoryEmpty), (BranchNotFound, with the
    /// branches that exist), (CommitNotFound; never another commit instead), (FolderMissing), (LargeFilePointers),
    /// (DiskFull), (Cancelled) …
    virtual QCoro::Task<Checkout> checkOut(
        CheckoutRequest request, LogSink& log, ProgressHandler progress, std::stop_token stop)
        = 0;
};

} // namespace miaobu
