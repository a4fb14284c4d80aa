#pragma once

#include "core/git/any_source_checkout.h"
#include "core/watch/push_source.h"

namespace miaobu {

/// Asks any Git server, or a repository of this computer, by the Git worker.
class GitPushSource final : public PushSource {
public:
    /// As AnySourceCheckout's.
    GitPushSource(QString mirrorFolder, QString program, CredentialProvider credentials = {});

    QCoro::Task<std::optional<PushHead>> head(Project project, QString known, std::stop_token stop) override;
    QCoro::Task<BranchList> branches(Project project, std::stop_token stop) override;
    QCoro::Task<PushComparison> compare(Project project, QString base, PushHead head, std::stop_token stop) override;

private:
    QCoro::Task<GitJob> jobFor(Project project) const;

    QString m_mirrorFolder;
    QString m_program;
    CredentialProvider m_credentials;
};

} // namespace miaobu
