#include "tests/app/sample_states.h"

#include "app/screens/project/stage_steps.h"
#include "core/deploy/manifest_store.h"
#include "core/log/log_format.h"

#include <QFile>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace miaobu::app::sample {

namespace {

const QDateTime noon = QDateTime(QDate(2026, 3, 14), QTime(12, 0), Qt::UTC);

ProjectRow row(ProjectId id, const QString& name, std::optional<DeploymentState> state, int percent = -1) {
    ProjectRow result;
    result.id = id;
    result.name = name;
    result.slug = name;
    result.state = state;
    result.percent = percent;
    return result;
}

BuildPlan astroPlan() {
    BuildPlan plan;
    plan.kind = ProjectKind::Static;
    plan.framework = u"astro"_s;
    plan.packageManager = u"pnpm"_s;
    plan.installCommand = u"pnpm install --frozen-lockfile"_s;
    plan.buildCommand = u"pnpm run build"_s;
    plan.outputDir = u"dist"_s;
    plan.nodeVersion = u"22"_s;
    plan.apps = {u""_s, u"docs"_s, u"packages/site"_s};
    plan.reasons = {{u"nodeVersion"_s, u".nvmrc"_s}, {u"installCommand"_s, u"pnpm-lock.yaml"_s},
        {u"buildCommand"_s, u"the script \"build\" in package.json"_s},
        {u"outputDir"_s, u"what astro writes when nothing says otherwise"_s},
        {u"isSpa"_s, u"astro writes its pages"_s}};
    return plan;
}

Project blog() {
    Project project;
    project.id = 1;
    project.slug = u"my-blog"_s;
    project.name = u"my-blog"_s;
    project.source = {SourceKind::Git, u"https://github.com/lina/my-blog"_s, u"main"_s};
    project.target = u"local"_s;
    project.plan = astroPlan();
    return project;
}

Deployment deployment(
    int number, DeploymentState state, const QString& commit, const QString& message, qint64 minutesAgo, int seconds) {
    Deployment result;
    result.id = 1000 + number;
    result.project = 1;
    result.number = number;
    result.target = u"local"_s;
    result.state = state;
    result.stage = Stage::Prove;
    result.revision.commit = commit + u"00d1f0c2b7a9e4438a6b5c1d2e3f40516"_s;
    result.revision.branch = u"main"_s;
    result.revision.message = message;
    result.revision.author = u"lina"_s;
    result.plan = astroPlan();
    result.url = u"http://my-blog.localhost:8480/"_s;
    // The rows of lists tell the time from the computer's clock.
    result.createdAt = QDateTime::currentDateTimeUtc().addSecs(-60 * minutesAgo);
    result.finishedAt = result.createdAt.addSecs(seconds);
    result.fileCount = 148;
    result.byteCount = 3'412'000;
    return result;
}

QList<Deployment> history() {
    QList<Deployment> list{
        deployment(42, DeploymentState::Live, u"a1b2c3d"_s, u"Fix header on phones"_s, 12, 38),
        deployment(41, DeploymentState::Ready, u"77c01aa"_s, u"Post: radios"_s, 180, 41),
        deployment(40, DeploymentState::Failed, u"51d9e0b"_s, u"Type the counter"_s, 190, 22),
        deployment(39, DeploymentState::Ready, u"c0ffee1"_s, u"Try new fonts"_s, 1500, 36),
        deployment(38, DeploymentState::Cancelled, u"9b1f3c2"_s, u"Bump dependencies"_s, 2900, 9),
        deployment(37, DeploymentState::Purged, u"1d2e3f4"_s, u"First post"_s, 9000, 44),
    };
    list[2].stage = Stage::Build;
    list[2].failure = Failure{ErrorKind::BuildFailed, Stage::Build, u"pnpm run build"_s,
        u"src/App.tsx:42:7 - error TS2322: Type 'string' is not assignable to type 'number'."_s, {}, 2, {}};
    list[3].pinned = true;
    return list;
}

} // namespace

QList<ProjectRow> projectRows() {
    return {row(1, u"my-blog"_s, DeploymentState::Live), row(2, u"shop"_s, DeploymentState::Running, 61),
        row(3, u"docs"_s, DeploymentState::Failed), row(4, u"landing"_s, DeploymentState::Live),
        row(5, u"slides"_s, DeploymentState::Cancelled), row(6, u"a-project-with-a-name-that-does-not-fit"_s, {})};
}

NewProjectState configuring() {
    NewProjectState state;
    state.step = NewProjectState::Step::Configure;
    state.source = blog().source;
    state.revision = u"9e1f3c2"_s;
    state.plan = astroPlan();
    state.name = u"my-blog"_s;
    state.slug = u"my-blog"_s;
    state.targets = {u"local"_s};
    state.target = u"local"_s;
    return state;
}

NewProjectState configuringPython() {
    NewProjectState state = configuring();
    state.source = {SourceKind::Git, u"https://github.com/lina/guestbook"_s, {}};
    state.name = u"guestbook"_s;
    state.slug = u"guestbook"_s;
    state.plan = {};
    state.plan.kind = ProjectKind::Python;
    state.plan.framework = u"flask"_s;
    state.plan.packageManager = u"pip"_s;
    state.plan.installCommand = u"pip install -r requirements.txt"_s;
    state.plan.pythonVersion = u"3.12"_s;
    state.plan.appModule = u"guestbook:create_app()"_s;
    state.plan.appCandidates = {u"admin:app"_s};
    state.plan.startCommand = u"gunicorn --bind 0.0.0.0:9000 'guestbook:create_app()'"_s;
    state.plan.reasons = {{u"installCommand"_s, u"requirements.txt"_s}, {u"pythonVersion"_s, u".python-version"_s},
        {u"appModule"_s, u"guestbook/__init__.py"_s},
        {u"startCommand"_s,
            u"starts guestbook:create_app() on the port the host expects; gunicorn is not among the dependencies and "
            u"is "
            "added"_s}};
    state.recipe = {u"FROM python:3.12-slim\n\nWORKDIR /app\nCOPY [\"requirements.txt\", \"./\"]\n"
                    "RUN pip install -r requirements.txt\nRUN pip install gunicorn\n\nCOPY . .\nUSER 10001\n"
                    "CMD [\"sh\",\"-c\",\"exec gunicorn --bind 0.0.0.0:${PORT:-9000} 'guestbook:create_app()'\"]\n"_s,
        {}, u"python:3.12-slim"_s, {u"gunicorn"_s}};
    return state;
}

NewProjectState looking() {
    NewProjectState state;
    state.step = NewProjectState::Step::Looking;
    state.source = blog().source;
    return state;
}

NewProjectState fetching() {
    NewProjectState state = looking();
    state.fetch = SourceFetch{true, 18'204, 52'310};
    return state;
}

NewProjectState refused() {
    NewProjectState state;
    state.source = {SourceKind::Folder, u"/home/lina/work/shop"_s, {}};
    Error error(ErrorKind::PackageJsonMissing, u"/home/lina/work/shop"_s);
    error.alternatives = {u"apps/web"_s, u"apps/admin"_s, u"packages/docs"_s};
    state.error = shownError(error);
    return state;
}

ProjectState neverDeployed() {
    ProjectState state;
    state.project = blog();
    state.now = noon;
    return state;
}

ProjectState live() {
    ProjectState state = neverDeployed();
    state.deployments = history();
    state.live = state.deployments.constFirst();
    state.hosts = {u"my-blog.localhost"_s, u"blog.lina.dev"_s};
    state.lastChange = ChangeCounts{3, 12, 1, 14'336};
    state.now = QDateTime::currentDateTimeUtc();
    return state;
}

SiteView photographed() {
    QImage image(1280, 720, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient ground(0, 0, 1280, 720);
    ground.setColorAt(0, QColor(0x26, 0x33, 0x50));
    ground.setColorAt(1, QColor(0x5a, 0x78, 0xb4));
    painter.fillRect(image.rect(), ground);
    painter.setPen(Qt::white);
    painter.setFont(QFont(painter.font().family(), 42, QFont::Bold));
    painter.drawText(QRect(64, 96, 1152, 96), Qt::AlignVCenter, u"Notes on small machines"_s);
    painter.setFont(QFont(painter.font().family(), 24));
    painter.drawText(QRect(64, 190, 1152, 60), Qt::AlignVCenter, u"Essays about embedded Rust, radios and the cat."_s);
    for (int box = 0; box < 3; ++box) {
        painter.fillRect(QRect(64 + box * 300, 290, 270, 400), QColor(255, 255, 255, 50));
    }
    return {u"Notes on small machines"_s, {}, image, {}};
}

SiteView described() {
    return {u"Notes on small machines"_s,
        u"Essays about embedded Rust, radios and the cat: what they have in common, what they do not, and why anybody "
        u"who "
        u"has had all three would want to read or write about them on a Sunday afternoon in the rain with the cat."_s,
        {}, {}};
}

ProjectState building() {
    ProjectState state = live();
    Deployment running = deployment(43, DeploymentState::Running, u"9e1f3c2"_s, u"Add dark mode"_s, 0, 0);
    running.finishedAt = {};
    running.stage = Stage::Build;
    running.byteCount = 0;
    state.deployments.prepend(running);
    state.run.stage = Stage::Build;
    state.run.done = 61;
    state.run.total = 100;
    const qint64 now = state.now.toMSecsSinceEpoch();
    state.run.startedAt = {now - 33'000, now - 32'000, now - 30'000, now - 19'000};
    state.timeLeft = 11'200;
    state.steps = stageSteps(running, state.run.startedAt, state.run, now);
    return state;
}

ProjectState failed() {
    ProjectState state = live();
    state.deployments.prepend(state.deployments.takeAt(2));
    state.deployments[0].number = 43;
    state.error = shownError(*state.deployments.constFirst().failure);
    return state;
}

ProjectState withoutNode() {
    ProjectState state = failed();
    state.deployments[0].failure
        = Failure{ErrorKind::NodeUnsuitable, Stage::Checkout, u">=22 <25"_s, {}, {u"20.20.2"_s, u"18.20.4"_s}, 0, {}};
    state.error = shownError(*state.deployments.constFirst().failure);
    return state;
}

ProjectState inContainer() {
    ProjectState state = live();
    state.project.overrides.place = BuildPlace::Container;
    state.live->plan.place = BuildPlace::Container;
    return state;
}

void keepManifests(const Home& home) {
    const ManifestStore store(home);
    const QList<Deployment> deployments = live().deployments;
    for (const Deployment& deployment : deployments) {
        Manifest manifest;
        manifest.deployment = deployment.id;
        manifest.createdAt = deployment.createdAt;
        for (int file = 0; file < 20 + deployment.number % 5; ++file) {
            // Every fourth file is another one in each deployment.
            const QString path = u"page-%1.html"_s.arg(file, 3, 10, QLatin1Char('0'));
            const QByteArray sha(32, static_cast<char>(file % 4 == 0 ? deployment.number : 1));
            manifest.files.append({path, 900 + 10 * deployment.number, sha, 0, u"text/html"_s, {}});
        }
        store.keepDraft(manifest);
    }
}

void writeLog(const QString& file, int lines) {
    static const QList<std::pair<Stage, QString>> script{
        {Stage::Checkout, u"main at 9e1f3c2, 1,204 files from the mirror"_s},
        {Stage::Install, u"\x1b[1mpnpm install --frozen-lockfile\x1b[0m \x1b[2mnode 22.14 (.nvmrc)\x1b[0m"_s},
        {Stage::Install, u"Lockfile is up to date, resolution step is skipped"_s},
        {Stage::Install, u"Packages: \x1b[32m+812\x1b[39m"_s},
        {Stage::Build, u"\x1b[1mpnpm run build\x1b[0m"_s},
        {Stage::Build, u"\x1b[36mvite v7.3.8\x1b[39m building client environment for production..."_s},
        {Stage::Build, u"\x1b[32m✓\x1b[39m 4112 modules transformed."_s},
        {Stage::Build,
            u"src/App.tsx:42:7 - \x1b[31merror TS2322\x1b[39m: Type 'string' is not assignable to type 'number'."_s},
        {Stage::Build, u"\x1b[33m(!) Some chunks are larger than 500 kB after minification.\x1b[39m"_s},
        {Stage::Build,
            u"\x1b[2mdist/\x1b[22m\x1b[32mindex.html\x1b[39m                \x1b[1m\x1b[2m  0.46 kB\x1b[22m │ gzip:  0.30 kB"_s},
        {Stage::Build,
            u"\x1b[2mdist/\x1b[22m\x1b[35massets/index-C2x9.css\x1b[39m  \x1b[1m\x1b[33m 12.01 kB\x1b[39m\x1b[22m │ gzip:  3.10 kB"_s},
        {Stage::Build, u"\x1b[7m\x1b[32m BUILD \x1b[39m\x1b[27m 构建完成，用时 3.21 秒"_s},
        {Stage::Build, u"\x1b[32m✓ built in 3.21s\x1b[39m"_s},
    };
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly)) {
        qFatal("the sample log cannot be written");
    }
    QByteArray bytes;
    for (int line = 0; line < lines; ++line) {
        const auto& [stage, text] = line < script.size() ? script.at(line) : script.at(5 + line % (script.size() - 5));
        const LogChannel channel
            = stage == Stage::Checkout || text.startsWith(u"\x1b[1mpnpm"_s) ? LogChannel::Note : LogChannel::Output;
        appendLogLine(bytes, noon.toMSecsSinceEpoch() + line, stage, channel, text.toUtf8());
    }
    out.write(bytes);
}

void writeLongLog(const QString& file) {
    QByteArray bytes;
    qint64 time = noon.toMSecsSinceEpoch();
    const auto add = [&](Stage stage, LogChannel channel, const QString& text) {
        appendLogLine(bytes, time += 3, stage, channel, text.toUtf8());
    };
    for (const Stage stage : {Stage::Checkout, Stage::Install, Stage::Checkout, Stage::Install}) {
        add(stage, LogChannel::Note, u"$ "_s + stageName(stage));
        add(stage, LogChannel::Output, u"done"_s);
    }
    add(Stage::Build, LogChannel::Note,
        u"$ npx --yes @scope/a-tool-with-a-long-name build --config "_s + QString(200, u'c'));
    for (int line = 0; line < 12'000; ++line) {
        add(Stage::Build, LogChannel::Output,
            u"transforming (%1) node_modules/.pnpm/some-package@1.2.3/index.js"_s.arg(line));
    }
    add(Stage::Build, LogChannel::Output,
        u"一行很长的中文输出，混着 emoji 🐾🚀 和 العربية، \x1b[38;5;208m256 色\x1b[0m \x1b[38;2;120;40;200m真彩色\x1b[0m"_s);
    add(Stage::Build, LogChannel::Output,
        u"\x1b[41;97m ERROR \x1b[0m \x1b[4munderlined\x1b[0m \x1b[3mitalic\x1b[0m \x1b[2mdim\x1b[0m see https://vite.dev/config"_s);
    add(Stage::Build, LogChannel::Output, u"var a=1;"_s.repeated(500));
    add(Stage::Build, LogChannel::ErrorOutput, u"  File \"app/main.py\", line 12, in <module>"_s);
    add(Stage::Build, LogChannel::Note, u"Failed with exit code 1 after 36.1 s."_s);
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size()) {
        qFatal("the sample log cannot be written");
    }
}

} // namespace miaobu::app::sample
