#include "app/cli/await_operation.h"
#include "app/cli/command_table.h"
#include "app/cli/commands.h"
#include "app/text/error_text.h"
#include "app/text/reality_text.h"
#include "app/text/update_text.h"
#include "core/async/completion.h"
#include "core/model/target.h"
#include "core/reality/reality_service.h"
#include "core/update/update_check.h"

#include <QJsonArray>

#include <optional>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

QJsonObject toJson(const RealityFinding& finding) {
    QJsonArray fixes;
    for (const RealityFix fix : finding.fixes) {
        fixes.append(realityFixName(fix));
    }
    return {{u"kind"_s, realityKindName(finding.kind)}, {u"target"_s, finding.target}, {u"subject"_s, finding.subject},
        {u"slug"_s, finding.slug}, {u"here"_s, finding.here}, {u"there"_s, finding.there},
        {u"detail"_s, finding.detail}, {u"message"_s, realityText(finding)}, {u"fixes"_s, fixes}};
}

QJsonObject toJson(const RealityGap& gap) {
    return {{u"target"_s, gap.target}, {u"part"_s, gap.part}, {u"error"_s, errorKindName(gap.error.kind)},
        {u"detail"_s, gap.error.detail}};
}

template <typename Item> QJsonArray toArray(const QList<Item>& items) {
    QJsonArray array;
    for (const Item& item : items) {
        array.append(toJson(item));
    }
    return array;
}

struct Wanted {
    QList<RealityFix> fixes;
    QStringList only; ///< Subjects; empty: every one.
};

/// What --fix and --only ask for; nothing when they ask for what is not to be had.
std::optional<Wanted> wantedFrom(const CommandContext& context) {
    Wanted wanted{{}, context.options->values(u"only"_s)};
    for (const QString& name : context.options->values(u"fix"_s)) {
        const QList<RealityFix> all{RealityFix::Adopt, RealityFix::Restore, RealityFix::Remove};
        const auto found = std::ranges::find_if(all, [&name](RealityFix fix) { return realityFixName(fix) == name; });
        if (found == all.end()) {
            context.output.note(Words::tr("--fix is adopt, restore or remove."));
            return std::nullopt;
        }
        wanted.fixes.append(*found);
    }
    if (wanted.fixes.contains(RealityFix::Remove) && wanted.only.isEmpty()) {
        context.output.note(Words::tr("--fix remove deletes only what is named: add --only NAME."));
        return std::nullopt;
    }
    return wanted;
}

std::optional<RealityFix> fixFor(const RealityFinding& finding, const Wanted& wanted) {
    if (!wanted.only.isEmpty() && !wanted.only.contains(finding.subject)) {
        return std::nullopt;
    }
    for (const RealityFix fix : wanted.fixes) {
        if (finding.fixes.contains(fix)) {
            return fix;
        }
    }
    return std::nullopt;
}

QCoro::Task<RealityReport> check(CommandContext context, ProjectId project) {
    RealityService& service = context.services->reality();
    auto report = std::make_shared<RealityReport>();
    const QObject listener;
    QObject::connect(&service, &RealityService::checked, &listener,
        [report](OperationId, const RealityReport& checked) { *report = checked; });
    QObject::connect(&service, &RealityService::partChecked, &listener,
        [output = context.output](OperationId, const QString& target, const QString& part) {
            output.note(Words::tr("%1 on %2: looked at").arg(realityPartTitle(part), target));
        });
    const OperationId operation = service.check(project, context.options->value(u"target"_s));
    co_await awaitOperation(&service, operation, context.stop);
    const RealityReport done = *report;
    co_return done;
}

/// \returns the findings that were put right.
QCoro::Task<QList<RealityFinding>> putRight(CommandContext context, RealityReport report, Wanted wanted) {
    RealityService& service = context.services->reality();
    QList<RealityFinding> done;
    for (const RealityFinding& finding : std::as_const(report.findings)) {
        const std::optional<RealityFix> fix = fixFor(finding, wanted);
        if (!fix) {
            continue;
        }
        try {
            const OperationId operation = service.fix(finding, *fix);
            co_await awaitOperation(&service, operation, context.stop);
            context.output.note(Words::tr("Done: %1 (%2)").arg(realityFixText(finding, *fix), finding.subject));
            done.append(finding);
        } catch (const Error& error) {
            if (error.kind == ErrorKind::Cancelled) {
                throw;
            }
            context.output.note(finding.subject + u": "_s + wordsFor(error).what);
        }
    }
    co_return QList<RealityFinding>(done);
}

void print(const Output& output, const RealityReport& report) {
    for (const RealityFinding& finding : report.findings) {
        QStringList fixes;
        for (const RealityFix fix : finding.fixes) {
            fixes.append(u"%1 (%2)"_s.arg(realityFixName(fix), realityFixText(finding, fix)));
        }
        output.line(u"%1: %2"_s.arg(finding.target, realityText(finding)));
        if (!fixes.isEmpty()) {
            output.line(u"  --fix "_s + fixes.join(u", "_s) + u" --only "_s + finding.subject);
        }
    }
    for (const RealityGap& gap : report.gaps) {
        output.line(Words::tr("%1: could not be looked at (%2): %3")
                .arg(gap.target, realityPartTitle(gap.part), wordsFor(gap.error).what));
    }
    if (report.findings.isEmpty() && report.gaps.isEmpty()) {
        output.line(Words::tr("The cloud and this computer agree."));
    }
}

/// Where it is due, looks for a newer version of the program.
QCoro::Task<UpdateState> lookForUpdate(CommandContext context) {
    UpdateCheck& updates = context.services->updates();
    const Completion ended;
    const QObject listener;
    QObject::connect(&updates, &UpdateCheck::changed, &listener, [&updates, ended] {
        if (!updates.state().isLooking) {
            ended.complete();
        }
    });
    const std::stop_callback cancel(context.stop, [&updates] { updates.shutDown(); });
    if (updates.lookWhenDue()) {
        co_await ended;
    }
    UpdateState state = updates.state();
    co_return state;
}

void print(const Output& output, const UpdateState& update) {
    if (update.isNewer) {
        output.line(updateNews(update.newest) + u": "_s + update.page.toString(QUrl::FullyEncoded));
    } else if (update.failure) {
        output.note(updateText(update));
    }
}

QJsonValue toJson(const UpdateState& update) {
    return update.isNewer
        ? QJsonObject{{u"version"_s, update.newest}, {u"page"_s, update.page.toString(QUrl::FullyEncoded)}}
        : QJsonValue();
}

QCoro::Task<int> rebuild(CommandContext context) {
    RealityService& service = context.services->reality();
    auto report = std::make_shared<RebuildReport>();
    const QObject listener;
    QObject::connect(&service, &RealityService::rebuilt, &listener,
        [report](OperationId, const RebuildReport& rebuilt) { *report = rebuilt; });
    const QString target = context.options->value(u"target"_s);
    const OperationId operation = service.rebuild(target.isEmpty() ? localTargetName : target);
    co_await awaitOperation(&service, operation, context.stop);
    QJsonArray skipped;
    for (const RebuildReport::Skipped& one : std::as_const(report->skipped)) {
        context.output.note(Words::tr("Skipped %1: %2").arg(one.prefix, wordsFor(one.error).what));
        skipped.append(QJsonObject{{u"prefix"_s, one.prefix}, {u"error"_s, errorKindName(one.error.kind)}});
    }
    context.output.line(Words::tr("Added from %1: %2 projects, %3 deployments, %4 routes.")
            .arg(report->target)
            .arg(report->addedProjects.size())
            .arg(report->addedDeployments)
            .arg(report->addedRoutes));
    context.output.result(QJsonObject{{u"target"_s, report->target},
        {u"addedProjects"_s, QJsonArray::fromStringList(report->addedProjects)},
        {u"knownProjects"_s, QJsonArray::fromStringList(report->knownProjects)},
        {u"addedDeployments"_s, report->addedDeployments}, {u"knownDeployments"_s, report->knownDeployments},
        {u"addedRoutes"_s, report->addedRoutes}, {u"addedDomains"_s, report->addedDomains},
        {u"addedPreviews"_s, report->addedPreviews}, {u"skipped"_s, skipped}});
    co_return Succeeded;
}

} // namespace

QCoro::Task<int> runDoctor(CommandContext context) {
    if (context.options->isSet(u"rebuild"_s)) {
        co_return co_await rebuild(context);
    }
    const std::optional<Wanted> wanted = wantedFrom(context);
    if (!wanted) {
        co_return BadUsage;
    }
    const QString slug = context.arguments.value(0);
    const ProjectId project = slug.isEmpty() ? 0 : projectCalled(*context.services, slug).id;
    const UpdateState update = co_await lookForUpdate(context);
    RealityReport report = co_await check(context, project);
    QList<RealityFinding> fixed;
    if (!wanted->fixes.isEmpty()) {
        fixed = co_await putRight(context, report, *wanted);
        report = co_await check(context, project);
    }
    print(context.output, report);
    print(context.output, update);
    context.output.result(QJsonObject{{u"findings"_s, toArray(report.findings)}, {u"gaps"_s, toArray(report.gaps)},
        {u"fixed"_s, toArray(fixed)}, {u"targets"_s, QJsonArray::fromStringList(report.targets)},
        {u"checkedAt"_s, report.checkedAt.toString(Qt::ISODateWithMs)}, {u"update"_s, toJson(update)}});
    co_return report.findings.isEmpty() && report.gaps.isEmpty() ? Succeeded : Failed;
}

} // namespace miaobu::app
