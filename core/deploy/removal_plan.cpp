#include "core/deploy/removal_plan.h"

#include "core/store/domain_table.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

struct OnTarget {
    QStringList hosts;
    QStringList ownDomains; ///< Those of \c hosts that are a person's own.
    bool hasWebApp = false;
};

void add(QStringList& list, const QString& text) {
    if (!text.isEmpty() && !list.contains(text)) {
        list.append(text);
    }
}

QMap<QString, OnTarget> knownOf(const DeployContext& context, const Project& project) {
    QMap<QString, OnTarget> targets;
    for (const Route& route : context.routes().ofProject(project.id)) {
        OnTarget& known = targets[route.target];
        add(known.hosts, route.host);
        if (!route.own) {
            add(known.ownDomains, route.host);
        }
    }
    // One that is on its way may have its hostname in the cloud already.
    for (const CustomDomain& domain : DomainTable(context.parts.database).ofProject(project.id)) {
        OnTarget& known = targets[domain.target];
        add(known.hosts, domain.host);
        if (!domain.isBelowBase) {
            add(known.ownDomains, domain.host);
        }
    }
    for (const Deployment& deployment : context.deployments().ofProject(project.id)) {
        OnTarget& known = targets[deployment.target];
        // A deployment whose route was never recorded here may still have written its entry.
        add(known.hosts, QUrl(deployment.url).host());
        known.hasWebApp = known.hasWebApp || isWebApp(deployment.plan.kind);
    }
    return targets;
}

} // namespace

QList<RemovalStep> planRemoval(const DeployContext& context, const Project& project) {
    QList<RemovalStep> steps;
    const QMap<QString, OnTarget> targets = knownOf(context, project);
    for (auto it = targets.cbegin(); it != targets.cend(); ++it) {
        const auto append = [&steps, &it](RemovalPart part, const QString& subject) {
            steps.append({it.key(), part, subject, RemovalStep::State::Waiting, {}});
        };
        for (const QString& host : it->hosts) {
            append(RemovalPart::Entry, host);
        }
        for (const QString& domain : it->ownDomains) {
            append(RemovalPart::Hostname, domain);
        }
        if (it->hasWebApp) {
            append(RemovalPart::Function, functionName(project.slug));
            append(RemovalPart::Images, project.slug);
        }
        append(RemovalPart::Objects, u"projects/"_s + project.slug);
    }
    steps.append({{}, RemovalPart::Local, project.slug, RemovalStep::State::Waiting, {}});
    return steps;
}

} // namespace miaobu
