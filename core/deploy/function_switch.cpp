#include "core/deploy/function_switch.h"

#include "core/build/app_builder.h"
#include "core/deploy/app_request.h"
#include "core/deploy/back_off.h"
#include "core/deploy/guards.h"
#include "core/deploy/listening.h"
#include "core/model/function_environment.h"
#include "core/model/target.h"
#include "core/variables/run_variables.h"

#include <algorithm>
#include <exception>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// Where the app listens instead of where it is asked, as it \a said.
std::optional<Unreached> unreachedIn(const std::optional<Listening>& listening, const Deployment& deployment) {
    const WebApp app = deployment.app.value_or(WebApp());
    if (!listening || (listening->port == app.port && !listening->isLocal)) {
        return std::nullopt;
    }
    // A package runs beside the other programs of this computer, on a port that is free there.
    const bool isFixed = app.image.isEmpty() && deployment.target == localTargetName;
    return Unreached{app.port, listening->port, listening->isLocal, isFixed};
}

/// The apps that could be run instead, where nobody chose.
QStringList otherApps(const FunctionMove& move) {
    const BuildOverrides& chosen = move.project.overrides;
    const bool isChosen = !chosen.appModule.isEmpty() || !chosen.startCommand.isEmpty();
    return isChosen ? QStringList() : move.deployment.plan.appCandidates;
}

/// \a failure with what the app itself \a said of why nobody reaches it, and what else could be run; nothing where that adds nothing.
std::optional<Error> explanation(const std::exception_ptr& failure, const QByteArray& said, const FunctionMove& move) {
    try {
        std::rethrow_exception(failure);
    } catch (const Error& error) {
        if (error.kind != ErrorKind::FunctionFailed) {
            return std::nullopt;
        }
        // One that has ended may have said where something else listens.
        const bool hasEnded = error.detail.contains(u"CAExited"_s);
        const std::optional<Listening> seen = listeningSeen(error.detail);
        std::optional<Listening> listening = listeningIn(said);
        // What was looked at is sure; what the app says of it can be found in the log.
        if (seen && (!listening || listening->port != seen->port)) {
            listening = seen;
        } else if (seen) {
            listening->isLocal = seen->isLocal;
        }
        Error told = error;
        told.alternatives = otherApps(move);
        if (const auto unreached = unreachedIn(listening, move.deployment); unreached && !hasEnded) {
            told.detail = listening->line;
            told.alternatives = textsOf(*unreached);
        }
        return told.alternatives.isEmpty() ? std::nullopt : std::optional(told);
    } catch (...) {
        return std::nullopt;
    }
}

} // namespace

QString FunctionSwitch::rehearsalOf(const QString& function) {
    return function + u"_next"_s;
}

QCoro::Task<FunctionChange> FunctionSwitch::point(FunctionMove move, std::stop_token stop) const {
    FunctionChange change{move.target, functionName(move.project.slug), {}, {}};
    change.before = co_await move.target.functions->find(change.name, stop);
    const FunctionSpecification specification = co_await specificationOf(move, change.before, stop);
    if (move.isRehearsed && change.before) {
        co_await rehearse(move, specification, stop);
    }
    StartLog said(move.target, change.name);
    co_await said.begin(stop);
    std::exception_ptr failure;
    try {
        change.endpoint = co_await putAndAsk(move, specification, stop);
    } catch (...) {
        failure = std::current_exception();
    }
    if (failure) {
        const std::optional<Error> why = co_await explain(move, said, failure);
        failure = why ? std::make_exception_ptr(*why) : failure;
        const Routing::Note note = [log = move.log](const QString& line) {
            if (log) {
                log->note(line);
            }
        };
        co_await putBack(change, note);
        std::rethrow_exception(failure);
    }
    co_return FunctionChange(change);
}

QCoro::Task<> FunctionSwitch::rehearse(
    FunctionMove move, FunctionSpecification specification, std::stop_token stop) const {
    const QString function = specification.name;
    const QString name = rehearsalOf(function);
    specification.name = name;
    StartLog said(move.target, name);
    co_await said.begin(stop);
    std::exception_ptr failure;
    try {
        co_await putAndAsk(move, specification, stop);
    } catch (const Error& error) {
        const bool isOurs = error.kind == ErrorKind::FunctionFailed;
        failure = std::make_exception_ptr(isOurs ? Error(error.kind, function, error.detail) : error);
    }
    if (failure) {
        const std::optional<Error> why = co_await explain(move, said, failure);
        failure = why ? std::make_exception_ptr(*why) : failure;
    }
    try {
        co_await move.target.functions->remove(name, {});
    } catch (const Error& error) {
        qWarning("%s is left: %s", qUtf8Printable(name), error.what());
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
}

QCoro::Task<std::optional<Error>> FunctionSwitch::explain(
    FunctionMove move, StartLog said, std::exception_ptr failure) const {
    const QByteArray words = co_await said.writeTo(move.log);
    const std::optional<Error> why = explanation(failure, words, move);
    co_return std::optional<Error>(why);
}

QCoro::Task<FunctionChange> FunctionSwitch::pointAgain(
    OpenTarget target, Project project, Deployment deployment) const {
    if (!target.functions) {
        throw Error(ErrorKind::KindNotSupported, projectKindName(deployment.plan.kind), deployment.target);
    }
    const QList<EnvironmentVariable> variables = co_await m_context.parts.runVariables.of(deployment.id, {});
    const QStringList kept = namesOf(variables);
    for (const QString& name : std::as_const(deployment.app->variables)) {
        if (!kept.contains(name)) {
            throw Error(ErrorKind::VariableUnreadable, name);
        }
    }
    const FunctionMove move{target, project, deployment, variables};
    const FunctionChange change = co_await point(move, {});
    co_return FunctionChange(change);
}

QCoro::Task<FunctionSpecification> FunctionSwitch::specificationOf(
    FunctionMove move, std::optional<FunctionState> before, std::stop_token stop) const {
    const WebApp app = move.deployment.app.value_or(WebApp());
    FunctionSpecification specification;
    specification.name = functionName(move.project.slug);
    specification.image = app.image;
    if (!app.image.isEmpty() && move.target.images) {
        // The emulator's registry may have moved to another port since.
        const QString repository = co_await move.target.images->prepare(move.project.slug, stop);
        specification.image = repository + u':' + imageTag(app.image);
    }
    specification.codeBucket = move.target.codeBucket;
    specification.codeObject = app.package;
    specification.runtime = app.runtime;
    specification.command = app.command;
    specification.port = app.port;
    specification.cpu = app.settings.cpu;
    specification.memory = app.settings.memory;
    specification.timeout = app.settings.timeout;
    specification.concurrency = app.settings.concurrency;
    specification.healthPath = app.settings.healthPath;
    specification.environment = functionEnvironment(
        before.value_or(FunctionState()).specification.environment, move.variables, move.deployment.id);
    co_return FunctionSpecification(specification);
}

QCoro::Task<QString> FunctionSwitch::putAndAsk(
    FunctionMove move, FunctionSpecification specification, std::stop_token stop) const {
    const QString name = specification.name;
    const QString path = specification.healthPath.isEmpty() ? u"/"_s : specification.healthPath;
    const FunctionState state = co_await move.target.functions->put(std::move(specification), stop);
    co_await awaitWell(move.target, name, state.endpoint, path, stop);
    co_return QString(state.endpoint);
}

QCoro::Task<> FunctionSwitch::awaitWell(
    OpenTarget target, QString name, QString endpoint, QString path, std::stop_token stop) const {
    constexpr int serverError = 500;
    BackOff backOff(m_context.limits.firstPause, m_context.limits.appHealth);
    while (true) {
        QString problem;
        try {
            const FunctionAnswer answer = co_await target.functions->ask(endpoint, path, stop);
            if (answer.problem.isEmpty() && answer.status < serverError) {
                co_return;
            }
            problem = answer.problem.isEmpty() ? u"GET %1 answers %2"_s.arg(path).arg(answer.status) : answer.problem;
        } catch (const Error& error) {
            if (error.kind == ErrorKind::Cancelled) {
                throw;
            }
            problem = QString::fromUtf8(error.what());
        }
        if (backOff.isOver()) {
            throw Error(ErrorKind::FunctionFailed, name, problem);
        }
        co_await backOff.wait();
    }
}

QCoro::Task<> FunctionSwitch::putBack(FunctionChange change, Routing::Note note) const {
    constexpr int attempts = 3;
    BackOff backOff(m_context.limits.firstPause, m_context.limits.appHealth);
    QString problem;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (attempt > 0) {
            co_await backOff.wait();
        }
        try {
            co_await putOnce(change);
            note(change.before ? u"The function runs what it ran before."_s : u"The function is removed again."_s);
            co_return;
        } catch (const Error& error) {
            problem = QString::fromUtf8(error.what());
        }
    }
    note(u"Warning: the function %1 could not be put back: %2"_s.arg(change.name, problem));
}

QCoro::Task<> FunctionSwitch::putOnce(FunctionChange change) const {
    if (!change.before) {
        co_await change.target.functions->remove(change.name, {});
        co_return;
    }
    FunctionSpecification specification = change.before->specification;
    if (specification.image.isEmpty()) {
        // The service does not say where a package lies; the deployment's own record does.
        const DeploymentId id = deploymentIn(specification.environment);
        const std::optional<Deployment> before = m_context.deployments().find(id);
        if (!before || !before->app) {
            throw Error(ErrorKind::DeploymentUnknown, QString::number(id));
        }
        specification.codeBucket = change.target.codeBucket;
        specification.codeObject = before->app->package;
    }
    co_await change.target.functions->put(std::move(specification), {});
}

QCoro::Task<> FunctionSwitch::removeImage(
    OpenTarget target, Project project, Deployment deployment, std::stop_token stop) const {
    if (!deployment.app || deployment.app->image.isEmpty()) {
        co_return;
    }
    const QString image = deployment.app->image;
    const QList<Deployment> all = m_context.deployments().ofProject(project.id);
    const bool isShared = std::ranges::any_of(all, [&](const Deployment& other) {
        return other.id != deployment.id && isComplete(other) && other.app && other.app->image == image;
    });
    if (isShared) {
        co_return;
    }
    const QString tag = imageTag(image);
    if (target.images) {
        co_await target.images->removeTag(project.slug, tag, stop);
    }
    co_await m_context.parts.apps.removeImage(localImage(project.slug, tag), image);
}

} // namespace miaobu
