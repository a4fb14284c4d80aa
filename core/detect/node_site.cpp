#include "core/detect/node_site.h"

#include "core/detect/framework_rules.h"
#include "core/detect/node_start.h"
#include "core/detect/node_version.h"
#include "core/detect/package_manager.h"
#include "core/detect/script_output.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

void put(BuildPlan& plan, QString BuildPlan::* field, const char* key, const QString& value, const QString& reason) {
    if (!value.isEmpty()) {
        plan.*field = value;
        plan.reasons.insert(QString::fromLatin1(key), reason);
    }
}

QString hostScript(const AppFolder& folder, const PackageJson& package, const QList<HostAdvice>& advice) {
    for (const HostAdvice& host : advice) {
        const QString script = calledScript(package.scripts, host.command, host.folder, folder.root());
        if (!script.isEmpty()) {
            return script;
        }
    }
    return {};
}

/// Flags a host hands to the same manager's install are kept: without --legacy-peer-deps some projects do not install.
QString installCommand(const PackageManager& manager, const QList<HostAdvice>& advice) {
    const QString plain = manager.name + u" install"_s;
    for (const HostAdvice& host : advice) {
        const QStringList words = host.installCommand.split(u' ', Qt::SkipEmptyParts);
        const bool isFlags = words.size() > 2 && words.at(0) == manager.name && words.at(1) == u"install"
            && std::all_of(words.begin() + 2, words.end(),
                [](const QString& word) { return word.startsWith(u"--"_s) && !word.contains(u';'); });
        if (isFlags) {
            return plain + u' ' + words.mid(2).join(u' ');
        }
    }
    return plain;
}

void putCommands(
    BuildPlan& plan, const FrameworkChoice& choice, const QString& script, const QList<HostAdvice>& advice) {
    const QString& manager = plan.packageManager;
    if (!script.isEmpty()) {
        QString reason = u"the script \"%1\" in package.json"_s.arg(script);
        for (const HostAdvice& host : advice) {
            reason += host.command.contains(script) && script != u"build" ? u", as in %1"_s.arg(host.file) : QString();
        }
        put(plan, &BuildPlan::buildCommand, "buildCommand", manager + u" run "_s + script, reason);
    } else if (!choice.framework.commands.isEmpty() && choice.framework.role != FrameworkRole::Backend) {
        static const QHash<QString, QString> runners{
            {u"npm"_s, u"npx"_s}, {u"pnpm"_s, u"pnpm exec"_s}, {u"yarn"_s, u"yarn run"_s}, {u"bun"_s, u"bunx"_s}};
        const QString runner = runners.value(manager);
        put(plan, &BuildPlan::buildCommand, "buildCommand", runner + u' ' + choice.framework.commands.first(),
            u"package.json has no script that builds"_s);
    }
}

/// The directory a host publishes is taken where the framework only has its default; what the project's own
/// configuration says is nearer to the truth.
void putOutput(BuildPlan& plan, const SiteAnswer& answer, const QList<HostAdvice>& advice) {
    put(plan, &BuildPlan::outputDir, "outputDir", answer.outputDir, answer.outputReason);
    if (answer.isOutputSaid) {
        return;
    }
    for (const HostAdvice& host : advice) {
        if (!host.publish.isEmpty() && host.publish != u"."_s) {
            put(plan, &BuildPlan::outputDir, "outputDir", host.publish, host.file);
            return;
        }
    }
}

void putStart(BuildPlan& plan, const AppFolder& folder, const PackageJson& package) {
    const NodeStart start
        = findNodeStart(folder, package, plan.framework, plan.packageManager, !plan.buildCommand.isEmpty());
    plan.startCommand = start.command;
    if (!start.reason.isEmpty()) {
        plan.reasons.insert(u"startCommand"_s, start.reason);
    }
}

BuildPlan planUnknown(BuildPlan plan, const FrameworkChoice& choice, const AppFolder& folder,
    const PackageJson& package, const QList<HostAdvice>& advice) {
    SiteAnswer answer = outputOfUnknownBuild(folder, package, choice, advice);
    plan.kind = answer.kind;
    plan.reasons.insert(u"kind"_s, answer.kindReason);
    if (plan.kind == ProjectKind::Static) {
        putCommands(plan, choice, choice.script, {});
        putOutput(plan, answer, {});
        plan.reasons.insert(u"isSpa"_s, u"nothing says that it routes in the browser"_s);
    } else if (plan.kind == ProjectKind::NodeServer) {
        putCommands(plan, choice, choice.script, {});
        putStart(plan, folder, package);
    }
    return plan;
}

} // namespace

BuildPlan planNode(const AppFolder& folder, const PackageJson& package) {
    const QList<HostAdvice> advice = hostAdviceFor(folder);
    BuildPlan plan;
    const PackageManager manager = findPackageManager(folder);
    put(plan, &BuildPlan::packageManager, "packageManager", manager.name, manager.reason);
    put(plan, &BuildPlan::installCommand, "installCommand", installCommand(manager, advice), manager.reason);
    const NodeVersion version = findNodeVersion(folder, advice);
    put(plan, &BuildPlan::nodeVersion, "nodeVersion", version.declared, version.reason);

    const FrameworkChoice choice = chooseFramework(folder, package, hostScript(folder, package, advice), advice);
    if (choice.framework.slug.isEmpty()) {
        return planUnknown(plan, choice, folder, package, advice);
    }
    const SiteAnswer answer = answerFor({folder, package, choice});
    put(plan, &BuildPlan::framework, "framework", choice.framework.slug, choice.reason);
    plan.kind = answer.kind;
    plan.reasons.insert(
        u"kind"_s, answer.kindReason.isEmpty() ? u"%1 leaves files"_s.arg(choice.framework.slug) : answer.kindReason);
    putCommands(plan, choice, answer.script.isEmpty() ? choice.script : answer.script, advice);
    if (plan.kind == ProjectKind::Static) {
        putOutput(plan, answer, advice);
        plan.isSpa = answer.isSpa;
        plan.reasons.insert(u"isSpa"_s, answer.spaReason);
    } else if (plan.kind == ProjectKind::NodeServer) {
        putStart(plan, folder, package);
    }
    return plan;
}

bool isSitePlan(const BuildPlan& plan) {
    if (plan.kind == ProjectKind::Unknown) {
        return false;
    }
    const QList<Framework>& table = frameworkTable();
    return std::any_of(table.begin(), table.end(), [&](const Framework& framework) {
        return framework.slug == plan.framework && framework.role == FrameworkRole::Site;
    });
}

} // namespace miaobu
