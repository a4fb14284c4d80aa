#include "app/cli/await_operation.h"
#include "app/cli/command_table.h"
#include "app/cli/commands.h"
#include "app/cli/dotenv_file.h"
#include "app/cli/github_commands.h"
#include "app/cli/preview_password.h"
#include "app/cli/source_argument.h"
#include "app/text/state_text.h"
#include "core/async/completion.h"
#include "core/deploy/deployer.h"
#include "core/deploy/source_inspector.h"
#include "core/sample/sample_site.h"
#include "core/store/project_repository_table.h"
#include "core/store/project_table.h"

#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

bool isSameSite(const Project& project, const Source& source, const BuildOverrides& overrides) {
    return project.source.kind == source.kind && project.source.location == source.location
        && project.overrides.rootDirectory == overrides.rootDirectory;
}

/// Whether the folder of \a project is on another computer, as it is after a rebuild.
bool isElsewhere(const Project& project) {
    return project.source.kind == SourceKind::Folder && !QFileInfo::exists(project.source.location);
}

Project movedTo(const CommandContext& context, Project project, const Source& source) {
    project.source = source;
    context.services->deployer().updateProject(project);
    return project;
}

/// The project of this source, or a new one. \throws Error(SlugTaken) when the wanted name belongs to another source.
Project projectFor(const CommandContext& context, const Source& source) {
    const ProjectTable projects(context.services->database());
    BuildOverrides overrides;
    if (context.options->isSet(u"root"_s)) {
        overrides.rootDirectory = context.options->value(u"root"_s);
    }
    const QString slug = context.options->value(u"slug"_s);
    if (!slug.isEmpty()) {
        if (const std::optional<Project> project = projects.findBySlug(slug)) {
            if (isElsewhere(*project)) {
                return movedTo(context, *project, source);
            }
            if (!isSameSite(*project, source, overrides)) {
                throw Error(ErrorKind::SlugTaken, slug, Words::tr("It belongs to %1.").arg(project->source.location));
            }
            return *project;
        }
    } else {
        for (const Project& project : projects.all()) {
            if (isSameSite(project, source, overrides)) {
                return project;
            }
        }
    }
    Project project;
    project.name = projectNameFrom(source);
    project.slug = slug;
    project.source = source;
    project.target = context.options->value(u"target"_s);
    project.overrides = overrides;
    return context.services->deployer().addProject(project);
}

bool isPort(const QString& text) {
    static const QRegularExpression digits(u"\\A\\d{1,5}\\z"_s);
    return digits.match(text).hasMatch() && text.toInt() <= 65535;
}

/// \a project with what the options say of how it is built and run, stored; what they do not say stays as it is.
Project changedByOptions(const CommandContext& context, Project project) {
    const Project before = project;
    const QString builder = context.options->value(u"builder"_s);
    if (builder == "package"_L1 || builder == "container"_L1) {
        project.function.way = builder == "package"_L1 ? AppWay::Package : AppWay::Image;
    }
    // Whether it is a site or a web app may not be known yet; each takes what is meant for it.
    if (builder == "container"_L1) {
        project.overrides.place = BuildPlace::Container;
    } else if (builder == "host"_L1) {
        project.overrides.place.reset();
    }
    if (context.options->isSet(u"app"_s)) {
        project.overrides.appModule = context.options->value(u"app"_s);
    }
    if (context.options->isSet(u"port"_s)) {
        project.function.port = context.options->value(u"port"_s).toInt();
    }
    if (project != before) {
        context.services->deployer().updateProject(project);
    }
    return project;
}

/// Prints a running deployment on standard error: a heading for each stage, and the log as it grows.
void printWhileRunning(Deployer* deployer, DeploymentId id, const Output& output, const QObject* listener) {
    auto stage = std::make_shared<Stage>(Stage::Queue);
    QObject::connect(deployer, &Deployer::logAppended, listener, [=](DeploymentId logged, const QList<LogLine>& lines) {
        if (logged != id) {
            return;
        }
        for (const LogLine& line : lines) {
            if (line.stage != *stage) {
                *stage = line.stage;
                output.note(u"\x1b[1m▸ "_s + stageTitle(line.stage) + u"\x1b[0m"_s);
            }
            output.note(u"  "_s + line.text);
        }
    });
}

/// Waits until the deployment has ended and nothing of it is left to do. Stop cancels it, and the wait goes on until everything it started is gone.
QCoro::Task<Deployment> awaitDeployment(Deployer* deployer, DeploymentId id, std::stop_token stop) {
    auto last = std::make_shared<Deployment>();
    const Completion ended;
    const QObject listener;
    QObject::connect(
        deployer, &Deployer::deploymentChanged, &listener, [id, last, ended](const Deployment& deployment) {
            if (deployment.id == id && !isActive(deployment.state)) {
                *last = deployment;
                ended.complete();
            }
        });
    {
        const std::stop_callback onStop(stop, [deployer, id] { deployer->cancel(id); });
        co_await ended;
    }
    // The end is told before the log is closed, other hosts follow and old deployments make room: leaving now would stop that.
    if (deployer->isBusy()) {
        const Completion idle;
        QObject::connect(deployer, &Deployer::idle, &listener, [idle] { idle.complete(); });
        co_await idle;
    }
    co_return *last;
}

int report(const Output& output, const Deployment& deployment) {
    if (deployment.failure) {
        const int code = output.fail(errorOf(*deployment.failure));
        if (deployment.failure->stage < Stage::Route) {
            output.note(u"  "_s + Words::tr("Nothing was changed for visitors."));
        }
        return deployment.state == DeploymentState::Cancelled ? static_cast<int>(WasCancelled) : code;
    }
    if (deployment.state == DeploymentState::Cancelled) {
        return output.fail(Error(ErrorKind::Cancelled));
    }
    const auto duration = std::chrono::milliseconds(deployment.createdAt.msecsTo(deployment.finishedAt));
    if (deployment.app) {
        const QString code = deployment.app->image.isEmpty() ? Words::tr("a code package") : deployment.app->image;
        output.note(Words::tr("#%1 is live after %2: it runs %3.")
                .arg(QString::number(deployment.number), durationText(duration), code));
        output.result(toJson(deployment));
        output.line(deployment.url);
        return Succeeded;
    }
    output.note(Words::tr("#%1 is live after %2: %n file(s), %3; sent %4.", nullptr, deployment.fileCount)
            .arg(deployment.number)
            .arg(durationText(duration), sizeText(deployment.byteCount), sizeText(deployment.bytesSent)));
    output.result(toJson(deployment));
    output.line(deployment.url);
    return Succeeded;
}

} // namespace

QCoro::Task<int> runDeploy(CommandContext context) {
    const QString builder = context.options->value(u"builder"_s);
    if (!builder.isEmpty() && !QStringList{u"host"_s, u"container"_s, u"package"_s}.contains(builder)) {
        context.output.note(Words::tr("--builder is one of host, container and package."));
        co_return BadUsage;
    }
    if (context.options->isSet(u"port"_s) && !isPort(context.options->value(u"port"_s))) {
        context.output.note(Words::tr("--port is a number from 1 to 65535, or 0."));
        co_return BadUsage;
    }
    const bool isSample = context.options->isSet(u"sample"_s);
    if (isSample != context.arguments.isEmpty()) {
        context.output.note(Words::tr("Name a folder or a repository, or try it with --sample."));
        co_return BadUsage;
    }
    Deployer& deployer = context.services->deployer();
    co_await awaitOperation(&deployer, deployer.recover());

    const QString argument = isSample ? placeSampleSite(sampleFolder(context.home)) : context.arguments.first();
    const std::optional<NamedRepository> named = co_await findNamedRepository(context, argument);
    const Source source = named ? named->source : sourceFromArgument(argument);
    DeployRequest request;
    if (const QString file = context.options->value(u"env-file"_s); !file.isEmpty()) {
        request.variables = readDotenvFile(file).variables;
    }
    Project project = changedByOptions(context, projectFor(context, source));
    if (context.options->isSet(u"submodules"_s) && !project.source.submodules) {
        project.source.submodules = true;
        deployer.updateProject(project);
    }
    request.project = project.id;
    if (named && named->repository) {
        ProjectRepositoryTable(context.services->database())
            .put({request.project, named->host, named->repository->id, named->repository->fullName()});
    }
    request.target = context.options->value(u"target"_s);
    request.branch = context.options->value(u"branch"_s);
    request.commit = context.options->value(u"commit"_s);

    request.preview = context.options->value(u"preview"_s);
    if (context.options->isSet(u"protect"_s)) {
        if (request.preview.isEmpty()) {
            context.output.note(Words::tr("Only a preview can have a password: say --preview NAME, too."));
            co_return BadUsage;
        }
        request.password = askedPassword();
    }

    const DeploymentId id = deployer.deploy(request);
    const QObject listener;
    printWhileRunning(&deployer, id, context.output, &listener);
    const Deployment ended = co_await awaitDeployment(&deployer, id, context.stop);
    co_return report(context.output, ended);
}

} // namespace miaobu::app
