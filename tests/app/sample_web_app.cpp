#include "tests/app/sample_web_app.h"

#include "app/screens/project/stage_steps.h"
#include "core/log/log_format.h"
#include "tests/app/sample_states.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace miaobu::app::sample {

namespace {

BuildPlan fastApiPlan() {
    BuildPlan plan;
    plan.kind = ProjectKind::Python;
    plan.framework = u"fastapi"_s;
    plan.packageManager = u"uv"_s;
    plan.pythonVersion = u"3.12"_s;
    plan.appModule = u"shop.main:app"_s;
    plan.startCommand = u"uvicorn shop.main:app --host 0.0.0.0 --port 9000"_s;
    plan.reasons = {{u"pythonVersion"_s, u".python-version"_s}, {u"appModule"_s, u"FastAPI() in shop/main.py"_s},
        {u"startCommand"_s, u"starts shop.main:app on the port the host expects"_s}};
    return plan;
}

WebApp imageApp() {
    WebApp app;
    app.settings = {AppWay::Image, 0.5, 1024, 60, 20, u"/health"_s};
    app.image = u"registry.cn-hangzhou.aliyuncs.com/miaobu/shop-api:42-mb2k4x1q"_s;
    app.digest = u"sha256:9b2c04c1f2a7e1d06f5c0b8f3f0a6d3b5b7e9d5c1a2b3c4d5e6f708192a3b4c5"_s;
    app.endpoint = u"https://miaobu-shop-api-abc.cn-hangzhou.fcapp.run"_s;
    return app;
}

} // namespace

ProjectState webApp() {
    ProjectState state = live();
    state.project.slug = u"shop-api"_s;
    state.project.name = u"shop-api"_s;
    state.project.source = {SourceKind::Git, u"https://github.com/lina/shop-api"_s, u"main"_s};
    state.project.plan = fastApiPlan();
    state.project.function = imageApp().settings;
    for (Deployment& deployment : state.deployments) {
        deployment.plan = fastApiPlan();
        deployment.app = imageApp();
        deployment.fileCount = 0;
        deployment.byteCount = 0;
        deployment.url = u"http://shop-api.localhost:8480/"_s;
        deployment.failure.reset();
        if (deployment.state == DeploymentState::Failed) {
            deployment.stage = Stage::Start;
            deployment.failure = Failure{ErrorKind::FunctionFailed, Stage::Start, u"miaobu-shop-api"_s,
                u"The process ended with the exit code 1: ModuleNotFoundError: No module named 'redis'"_s, {}, 0, {}};
        }
    }
    state.live = state.deployments.constFirst();
    state.lastChange.reset();
    return state;
}

ProjectState webAppStarting() {
    ProjectState state = webApp();
    Deployment next = state.deployments.constFirst();
    next.id += 1;
    next.number += 1;
    next.state = DeploymentState::Running;
    next.stage = Stage::Start;
    next.finishedAt = {};
    state.deployments.prepend(next);
    state.run.stage = Stage::Start;
    state.now = next.createdAt.addSecs(31);
    state.steps = stageSteps(next, state.run.startedAt, state.run, state.now.toMSecsSinceEpoch());
    return state;
}

ProjectState webAppWithoutEngine() {
    ProjectState state = webApp();
    Deployment failed = state.deployments.constFirst();
    failed.id += 1;
    failed.number += 1;
    failed.state = DeploymentState::Failed;
    failed.stage = Stage::Checkout;
    failed.app.reset();
    failed.failure = Failure{ErrorKind::EngineMissing, Stage::Checkout, {}, {}, {}, 0, {}};
    state.deployments.prepend(failed);
    state.error = shownError(*failed.failure);
    return state;
}

ProjectState webAppOnAnotherPort() {
    ProjectState state = webApp();
    Deployment failed = state.deployments.constFirst();
    failed.id += 1;
    failed.number += 1;
    failed.state = DeploymentState::Failed;
    failed.stage = Stage::Start;
    failed.failure = Failure{ErrorKind::FunctionFailed, Stage::Start, u"miaobu-shop-api"_s,
        u"INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)"_s,
        textsOf(Unreached{9000, 8000, false, false}), 0, {}};
    state.deployments.prepend(failed);
    state.error = shownError(*failed.failure);
    return state;
}

void writeStartLog(const QString& file) {
    QFile log(file);
    if (!log.open(QIODevice::WriteOnly)) {
        qFatal("the log of a sample cannot be written");
    }
    QByteArray text;
    qint64 time = QDateTime(QDate(2026, 3, 14), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch();
    const auto say = [&](LogChannel channel, const QByteArray& line) {
        appendLogLine(text, time, Stage::Start, channel, line);
        time += 1'300;
    };
    say(LogChannel::Note, "Starting miaobu-shop-api.");
    say(LogChannel::Note, "What the app said:");
    say(LogChannel::Output, "INFO:     Started server process [1]");
    say(LogChannel::Output, "INFO:     Waiting for application startup.");
    say(LogChannel::Output, "INFO:     Application startup complete.");
    say(LogChannel::Output, "INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)");
    say(LogChannel::Output, "[emulator] Nothing listens on 0.0.0.0:9000.");
    log.write(text);
}

void writeRunningLog(const QString& file) {
    QFile log(file);
    if (!log.open(QIODevice::WriteOnly)) {
        qFatal("the log of a sample cannot be written");
    }
    QByteArray text;
    qint64 time = QDateTime(QDate(2026, 3, 14), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch();
    const auto say = [&](const QByteArray& line) {
        appendLogLine(text, time, Stage::Start, LogChannel::Output, line);
        time += 1'300;
    };
    say("INFO:     Started server process [17]");
    say("INFO:     Waiting for application startup.");
    say("connecting to redis://***@cache:6379");
    say("INFO:     Application startup complete.");
    say("INFO:     Uvicorn running on http://0.0.0.0:9000 (Press CTRL+C to quit)");
    for (int request = 1; request <= 24; ++request) {
        say(u"INFO:     127.0.0.1:%1 - \"GET /items/%2 HTTP/1.1\" \x1b[32m200 OK\x1b[0m"_s.arg(40000 + request)
                .arg(request)
                .toUtf8());
    }
    log.write(text);
}

} // namespace miaobu::app::sample
