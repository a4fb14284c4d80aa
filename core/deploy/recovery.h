#pragma once

#include "core/deploy/pipeline.h"

namespace miaobu {

/// Puts in order what a process that is gone left behind.
class Recovery {
public:
    Recovery(const DeployContext& context, const Pipeline& pipeline);

    /// Never throws: what cannot be asked about becomes Interrupted, which a person can resume.
    QCoro::Task<> recover() const;

private:
    /// Takes over the rows of dead owners, so that two starts at once do not both work on them.
    [[nodiscard]] QList<Deployment> claimOrphans() const;
    QCoro::Task<> recoverOne(Deployment deployment) const;
    /// \returns whether the edge's entry names \a deployment, which is then live.
    QCoro::Task<bool> finishIfRouted(Deployment deployment) const;
    /// Lets the function of \a deployment, which visitors are not led to, run what they are led to again.
    QCoro::Task<> putFunctionBack(Deployment deployment) const;
    void interrupt(Deployment deployment) const;

    const DeployContext& m_context;
    const Pipeline& m_pipeline;
    FunctionSwitch m_functions;
};

} // namespace miaobu
