#pragma once

#include "core/git/git_job.h"
#include "core/git/source_checkout.h"

#include <functional>
#include <optional>

namespace miaobu {

/// Gives the credential for the server of a repository's URL, or none.
using CredentialProvider = std::function<QCoro::Task<std::optional<GitCredential>>(QString url)>;

/// Checks out both kinds of source: a folder of this computer, or a repository on a Git server or on this computer.
/// A folder is copied as it is now, unless a commit, or a branch that is not checked out, is asked for: these come out
/// of its repository.
class AnySourceCheckout final : public SourceCheckout {
public:
    /// \a mirrorFolder keeps what was fetched; \a program is this program, which is started with --git-worker.
    AnySourceCheckout(QString mirrorFolder, QString program, CredentialProvider credentials = {});

    QCoro::Task<Checkout> checkOut(
        CheckoutRequest request, LogSink& log, ProgressHandler progress, std::stop_token stop) override;

private:
    QCoro::Task<Checkout> checkOutFolder(
        CheckoutRequest request, LogSink& log, ProgressHandler progress, std::stop_token stop);
    QCoro::Task<Checkout> checkOutRepository(
        CheckoutRequest request, LogSink& log, ProgressHandler progress, std::stop_token stop);
    [[nodiscard]] GitJob jobFor(const CheckoutRequest& request) const;

    QString m_mirrorFolder;
    QString m_program;
    CredentialProvider m_credentials;
};

} // namespace miaobu
