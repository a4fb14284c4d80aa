#pragma once

#include "core/deploy/context.h"
#include "core/model/removal.h"
#include "core/ports/targets.h"

#include <QCoro/QCoroTask>

namespace miaobu {

/// Removes a project from every target and then from this computer, by a stored checklist.
class Removal {
public:
    explicit Removal(const DeployContext& context) : m_context(context) { }

    /// Begins the checklist or goes on with it, as far as it goes: a step that fails keeps only those that need it. Nothing is removed
    /// that a visitor is still led to, and what is stored here only when nothing else is left.
    /// \throws Error(RemovalIncomplete, what is left)
    QCoro::Task<> removeProject(Project project) const;
    /// Removes what is stored here.
    void forget(const Project& project) const;
    /// Forgets the checklist.
    void keep(ProjectId project) const;

private:
    struct Checklist {
        Project project;
        QList<RemovalStep> steps;
    };

    [[nodiscard]] std::shared_ptr<Checklist> checklistOf(const Project& project) const;
    QCoro::Task<> removeFrom(QString targetName, std::shared_ptr<Checklist> list) const;
    QCoro::Task<> removeStep(OpenTarget target, int position, std::shared_ptr<Checklist> list) const;
    QCoro::Task<> removePart(OpenTarget target, RemovalStep step, Project project) const;
    QCoro::Task<> removeEntry(OpenTarget target, QString host, Project project) const;
    QCoro::Task<> removeHostname(OpenTarget target, QString host) const;
    QCoro::Task<> removeImages(OpenTarget target, QString repository, Project project) const;
    QCoro::Task<> removeFiles(OpenTarget target, QString prefix, Project project) const;
    void setState(Checklist& list, int position, RemovalStep::State state, const std::optional<Error>& error) const;

    const DeployContext& m_context;
};

} // namespace miaobu
