#include "app/cli/await_operation.h"
#include "app/cli/command_table.h"
#include "app/cli/commands.h"
#include "app/cli/domain_output.h"
#include "app/text/domain_text.h"
#include "core/async/completion.h"
#include "core/deploy/deployer.h"
#include "core/domains/domain_service.h"
#include "core/store/deployment_table.h"
#include "core/store/domain_table.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

/// What ends the wait for a domain.
enum class Until { FirstLook, Live, CloudIsClear };

bool isOver(const CustomDomain& domain, Until until) {
    const bool isLooked = domain.nextCheckAt.isValid();
    switch (until) {
    case Until::FirstLook:
        return isLooked;
    case Until::Live:
        return domain.state == DomainState::Live && isLooked;
    case Until::CloudIsClear:
        return domain.removal == DomainRemoval::Record && isLooked;
    }
    return true;
}

Project projectOf(const CommandContext& context) {
    return projectCalled(*context.services, context.arguments.at(1));
}

QString targetOf(const CommandContext& context, const Project& project) {
    const QString asked = context.options->value(u"target"_s);
    return asked.isEmpty() ? project.target : asked;
}

/// The domain that is named, by any spelling, on the target that is asked for. \throws Error(DomainUnknown)
CustomDomain domainOf(const CommandContext& context, const Project& project) {
    const QString typed = context.arguments.value(2);
    const ReadHostName read = readHostName(typed);
    const QString host = read.host ? read.host->ascii : typed;
    Error unknown(ErrorKind::DomainUnknown, host);
    for (const CustomDomain& domain : DomainTable(context.services->database()).ofProject(project.id)) {
        if (domain.host == host && domain.target == targetOf(context, project)) {
            return domain;
        }
        unknown.alternatives.append(domain.host);
    }
    throw unknown;
}

/// Tells every stage once, and waits as \a until says. Nothing where the domain is gone.
QCoro::Task<std::optional<CustomDomain>> follow(CommandContext context, CustomDomain domain, Until until) {
    DomainService& service = context.services->domains();
    auto last = std::make_shared<std::optional<CustomDomain>>(domain);
    auto told = std::make_shared<std::pair<DomainStage, DomainProblem>>(DomainStage::Icp, DomainProblem::None);
    const Completion over;
    const QObject listener;
    QObject::connect(&service, &DomainService::domainChanged, &listener,
        [last, told, over, until, domain, output = context.output](const CustomDomain& changed) {
            if (changed.host != domain.host || changed.target != domain.target) {
                return;
            }
            *last = changed;
            const auto state = std::pair(changed.stage, changed.report.problem);
            if (state != *told && changed.report.problem != DomainProblem::Unchecked) {
                *told = state;
                printState(output, changed);
            }
            if (isOver(changed, until)) {
                over.complete();
            }
        });
    QObject::connect(&service, &DomainService::domainRemoved, &listener,
        [last, over, domain](ProjectId, const QString& host, const QString& target) {
            if (host == domain.host && target == domain.target) {
                last->reset();
                over.complete();
            }
        });
    {
        const std::stop_callback cancelled(context.stop, [over] { over.complete(); });
        co_await over;
    }
    if (context.stop.stop_requested()) {
        throw Error(ErrorKind::Cancelled);
    }
    co_return std::optional<CustomDomain>(*last);
}

/// The service ends before the program does; what waits is stored.
QCoro::Task<> endService(DomainService* service) {
    const Completion idle;
    const QObject listener;
    QObject::connect(service, &DomainService::idle, &listener, [idle] { idle.complete(); });
    service->shutDown();
    co_await idle;
}

/// Writes the record that is missing into the person's own zone.
QCoro::Task<> writeRecord(DomainService* service, CustomDomain domain) {
    auto failure = std::make_shared<std::optional<Error>>();
    const Completion ended;
    const QObject listener;
    QObject::connect(service, &DomainService::written, &listener, [ended](OperationId) { ended.complete(); });
    QObject::connect(
        service, &DomainService::writeFailed, &listener, [ended, failure](OperationId, const Error& error) {
            *failure = error;
            ended.complete();
        });
    service->writeRecord(domain.host, domain.target);
    co_await ended;
    if (*failure) {
        throw Error(**failure);
    }
}

QCoro::Task<int> followAndReport(CommandContext context, CustomDomain domain, Until until) {
    std::optional<Error> failure;
    std::optional<CustomDomain> end;
    try {
        end = co_await follow(context, domain, until);
    } catch (const Error& error) {
        failure = error;
    }
    co_await endService(&context.services->domains());
    if (failure) {
        throw Error(*failure);
    }
    if (end) {
        context.output.result(toJson(*end));
    } else {
        context.output.result(QJsonObject{{u"host"_s, domain.host}, {u"state"_s, u"gone"_s}});
    }
    const bool isGoneWrong = until == Until::FirstLook && end && end->state == DomainState::Waiting;
    if (end && end->state == DomainState::Live) {
        const OpenTarget open = co_await context.services->targets().open(end->target, context.stop);
        context.output.line(siteUrl(open.target, end->host).toString());
    }
    co_return isGoneWrong ? Failed : Succeeded;
}

QCoro::Task<int> listDomains(CommandContext context) {
    QList<QStringList> rows;
    QJsonArray array;
    for (const ProjectHost& host : hostsOf(context.services->database(), projectOf(context).id)) {
        const QString served = host.number == 0 ? u"–"_s : u"#%1"_s.arg(host.number);
        const QString how = host.preview
            ? (host.preview->isProtected ? Words::tr("preview with a password") : Words::tr("preview"))
            : host.isBehind                           ? Words::tr("behind")
            : host.route.autoUpdate || host.route.own ? Words::tr("always latest")
                                                      : Words::tr("pinned");
        rows.append({host.route.host, host.domain ? domainStateTitle(*host.domain) : Words::tr("Live"), served, how});
        array.append(toJson(host));
    }
    context.output.line(table(rows));
    context.output.result(array);
    co_return Succeeded;
}

QCoro::Task<int> addDomain(CommandContext context) {
    const Project project = projectOf(context);
    DomainService& service = context.services->domains();
    const OpenTarget open = co_await context.services->targets().open(targetOf(context, project), context.stop);
    const CustomDomain domain = service.add(project.id, context.arguments.value(2), open.target);
    CustomDomain shown = domain;
    shown.cnameTarget = open.domains ? open.domains->cnameTarget() : QString();
    if (domain.target == localTargetName && !domain.isBelowBase) {
        context.output.note(
            Words::tr("This target is this computer, where no visitor comes: change no records for it."));
    }
    printRecords(context.output, shown);
    const bool waits = !context.options->isSet(u"no-wait"_s);
    const int code = co_await followAndReport(context, domain, waits ? Until::Live : Until::FirstLook);
    co_return waits ? code : Succeeded;
}

QCoro::Task<int> verifyDomain(CommandContext context) {
    const CustomDomain domain = domainOf(context, projectOf(context));
    if (domain.state == DomainState::Removing) {
        throw Error(ErrorKind::DomainUnknown, domain.host);
    }
    printRecords(context.output, domain);
    DomainService& service = context.services->domains();
    if (context.options->isSet(u"write"_s)) {
        co_await writeRecord(&service, domain);
    }
    service.lookNow(domain.host, domain.target);
    const bool waits = !context.options->isSet(u"no-wait"_s);
    co_return co_await followAndReport(context, domain, waits ? Until::Live : Until::FirstLook);
}

QCoro::Task<int> removeDomain(CommandContext context) {
    const CustomDomain domain = domainOf(context, projectOf(context));
    DomainService& service = context.services->domains();
    if (context.options->isSet(u"forget"_s)) {
        service.forget(domain.host, domain.target);
        context.output.result(QJsonObject{{u"host"_s, domain.host}, {u"state"_s, u"gone"_s}});
        co_return Succeeded;
    }
    service.remove(domain.host, domain.target);
    const bool waits = !context.options->isSet(u"no-wait"_s);
    co_return co_await followAndReport(context, domain, waits ? Until::CloudIsClear : Until::FirstLook);
}

/// SLUG HOST latest|ID
QCoro::Task<int> serveDomain(CommandContext context) {
    const Project project = projectOf(context);
    const CustomDomain domain = domainOf(context, project);
    const QString wanted = context.arguments.value(3, u"latest"_s);
    const DeploymentId pinned = wanted == "latest"_L1 ? 0 : deploymentCalled(*context.services, project, wanted).id;
    Deployer& deployer = context.services->deployer();
    co_await awaitOperation(&deployer, deployer.serve(domain.host, domain.target, pinned));
    for (const ProjectHost& host : hostsOf(context.services->database(), project.id)) {
        if (host.route.host == domain.host && host.route.target == domain.target) {
            context.output.note(Words::tr("%1 is served by deployment #%2.").arg(domain.host).arg(host.number));
            context.output.result(toJson(host));
        }
    }
    co_return Succeeded;
}

} // namespace

QCoro::Task<int> runDomains(CommandContext context) {
    const QString verb = context.arguments.first();
    const qsizetype given = context.arguments.size();
    const bool isKnown = (verb == "list"_L1 && given == 2) || (verb == "serve"_L1 && (given == 3 || given == 4))
        || ((verb == "add"_L1 || verb == "verify"_L1 || verb == "remove"_L1) && given == 3);
    if (!isKnown) {
        context.output.note(Words::tr("Say domains list SLUG, domains add|verify|remove SLUG HOST, or domains serve "
                                      "SLUG HOST latest|ID."));
        co_return BadUsage;
    }
    co_return co_await (verb == "list"_L1 ? listDomains(context)
            : verb == "add"_L1            ? addDomain(context)
            : verb == "verify"_L1         ? verifyDomain(context)
            : verb == "remove"_L1         ? removeDomain(context)
                                          : serveDomain(context));
}

} // namespace miaobu::app
