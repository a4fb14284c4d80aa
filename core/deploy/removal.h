#pragma once

#include "core/deploy/context.h"

#include <QCoro/QCoroTask>

namespace miaobu {

/// Removes a project from every target and then from this computer.
class Removal {
public:
    explicit Removal(const DeployContext& context) : m_context(context) { }

    /// Hosts first, so that no visitor meets a site whose files are going; what is stored here last, so that it can be
    /// called again after a failure. \throws what a target throws.
    QCoro::Task<> removeProject(Project project) const;

private:
    QCoro::Task<> removeFrom(QString targetName, Project project) const;

    const DeployContext& m_context;
};

} // namespace miaobu
