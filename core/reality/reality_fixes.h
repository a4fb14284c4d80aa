#pragma once

#include "core/deploy/promotion.h"
#include "core/model/reality.h"
#include "core/reality/rebuild.h"

namespace miaobu {

/// Puts differences right, one at a time. Every one looks at the cloud again first: what is no longer so is left alone.
class RealityFixes {
public:
    RealityFixes(const DeployContext& context, const Rebuild& rebuild);

    /// \throws Error(InvalidInput) for a fix that cannot be done about \a finding, Error(DeploymentProtected) for files that visitors
    /// are led to, and what the target throws.
    QCoro::Task<> fix(OpenTarget target, RealityFinding finding, RealityFix fix, std::stop_token stop) const;

private:
    // fix_entries.cpp
    QCoro::Task<> adoptEntry(OpenTarget target, RealityFinding finding, std::stop_token stop) const;
    QCoro::Task<> restoreEntry(OpenTarget target, RealityFinding finding) const;
    QCoro::Task<> removeEntry(OpenTarget target, RealityFinding finding, std::stop_token stop) const;
    void forgetHost(const OpenTarget& target, const RealityFinding& finding) const;
    // fix_files.cpp
    QCoro::Task<> adoptFiles(OpenTarget target, RealityFinding finding, std::stop_token stop) const;
    QCoro::Task<> restoreManifest(OpenTarget target, RealityFinding finding, std::stop_token stop) const;
    QCoro::Task<> removeFiles(OpenTarget target, RealityFinding finding, std::stop_token stop) const;

    QCoro::Task<> adopt(OpenTarget target, RealityFinding finding, std::stop_token stop) const;
    QCoro::Task<> restore(OpenTarget target, RealityFinding finding, std::stop_token stop) const;
    QCoro::Task<> remove(OpenTarget target, RealityFinding finding, std::stop_token stop) const;
    QCoro::Task<> removeHostname(OpenTarget target, QString host, std::stop_token stop) const;
    [[nodiscard]] Project projectOf(const RealityFinding& finding) const;

    const DeployContext& m_context;
    const Rebuild& m_rebuild;
    Promotion m_promotion;
};

} // namespace miaobu
