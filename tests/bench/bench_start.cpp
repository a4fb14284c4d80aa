#include "app/window_start.h"
#include "core/store/deployment_table.h"
#include "core/store/project_table.h"
#include "core/store/route_table.h"
#include "core/store/transaction.h"
#include "tests/bench/measure.h"

#include <QApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <QWidget>

#include <algorithm>
#include <chrono>
#include <vector>

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

constexpr int projects = 200;
constexpr int deploymentsOfEach = 25;
constexpr int starts = 15;

qint64 now() {
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

Project project(int number) {
    Project made;
    made.slug = u"project-%1"_s.arg(number);
    made.name = made.slug;
    made.source = {SourceKind::Folder, u"/home/lina/work/%1"_s.arg(made.slug), {}};
    made.target = u"local"_s;
    made.plan.kind = ProjectKind::Static;
    made.plan.framework = u"astro"_s;
    made.plan.buildCommand = u"npm run build"_s;
    made.plan.outputDir = u"dist"_s;
    made.plan.reasons = {{u"outputDir"_s, u"what astro writes when nothing says otherwise"_s}};
    made.createdAt = QDateTime::currentDateTimeUtc().addDays(-30);
    return made;
}

Deployment deployment(const Project& of, int number, DeploymentId id) {
    Deployment made;
    made.id = id;
    made.project = of.id;
    made.target = of.target;
    made.state = number == deploymentsOfEach ? DeploymentState::Live
        : number % 7 == 0                    ? DeploymentState::Failed
                                             : DeploymentState::Ready;
    made.stage = Stage::Prove;
    made.revision = {QString(40, u'a'), {}, u"main"_s, u"Change number %1"_s.arg(number), u"lina"_s, false};
    made.plan = of.plan;
    made.objectPrefix = u"projects/%1/%2"_s.arg(of.slug).arg(id);
    made.url = u"http://%1.localhost:1/"_s.arg(of.slug);
    made.createdAt = of.createdAt.addSecs(3600 * number);
    made.finishedAt = made.createdAt.addSecs(40);
    made.fileCount = 148;
    made.byteCount = 3'412'000;
    if (made.state == DeploymentState::Failed) {
        made.failure = Failure{ErrorKind::BuildFailed, Stage::Build, u"npm run build"_s, u"error TS2322"_s, {}, 2, {}};
    }
    return made;
}

/// A person who has used the program for long.
void fill(const QString& file) {
    const Database database(file);
    Transaction transaction(database.connection());
    DeploymentId id = 1000;
    for (int number = 0; number < projects; ++number) {
        const Project stored = ProjectTable(database).insert(project(number));
        for (int each = 1; each <= deploymentsOfEach; ++each) {
            static_cast<void>(DeploymentTable(database).insert(deployment(stored, each, ++id), {}));
        }
        RouteTable(database).put({.host = stored.slug + u".localhost"_s,
            .project = stored.id,
            .target = stored.target,
            .deployment = id,
            .own = true,
            .autoUpdate = true});
    }
    transaction.commit();
}

/// Writes down when the first window of the program was drawn and what came before it was done, and how much memory
/// it takes a while later; then ends the program.
class FirstPaint final : public QObject {
public:
    explicit FirstPaint(qint64 started) : m_started(started) { }

    bool eventFilter(QObject* watched, QEvent* event) override {
        auto* const widget = qobject_cast<QWidget*>(watched);
        if (event->type() == QEvent::Paint && widget && widget->isWindow() && !m_isSeen) {
            m_isSeen = true;
            // After this drawing, and whatever input was waiting behind it.
            QTimer::singleShot(0, this, [this] {
                m_taken = now() - m_started;
                QTimer::singleShot(3000, this, [this] { tell(); });
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void tell() const {
        bench::print({{u"seconds"_s, static_cast<double>(m_taken) / 1e9}, {u"resident"_s, bench::memory(u"VmRSS"_s)},
            {u"shared"_s, bench::memory(u"RssFile"_s)}});
        std::_Exit(0);
    }

    qint64 m_started;
    qint64 m_taken = 0;
    bool m_isSeen = false;
};

int runChild(int argc, char** argv) {
    FirstPaint paint(QByteArray(argv[2]).toLongLong());
    QApplication application(argc, argv);
    application.installEventFilter(&paint);
    if (QByteArray(argv[1]) == "--bare") {
        QWidget window;
        window.resize(1280, 800);
        window.show();
        return QApplication::exec();
    }
    return app::startWindow(application, u"/nowhere/miaobu"_s, {});
}

struct Start {
    double seconds = 0;
    double resident = 0;
    double shared = 0;
};

Start start(const QString& program, const QString& mode) {
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(program, {mode, QString::number(now())});
    if (!child.waitForFinished(60'000)) {
        qFatal("the window does not come");
    }
    const QJsonObject told = QJsonDocument::fromJson(child.readAllStandardOutput().trimmed()).object();
    return {told.value(u"seconds"_s).toDouble(1e9), told.value(u"resident"_s).toDouble(),
        told.value(u"shared"_s).toDouble()};
}

double median(std::vector<Start> all) {
    std::ranges::sort(all, {}, &Start::seconds);
    return all.at(all.size() / 2).seconds;
}

} // namespace

/// From exec to the first window that is drawn and takes input, with 200 projects and 5,000 deployments, beside a
/// bare window of Qt; and what the program holds in memory when nothing happens. Starts take turns, so that both see
/// the same computer.
int main(int argc, char** argv) {
    if (argc > 2) {
        return runChild(argc, argv);
    }
    const QCoreApplication application(argc, argv);
    const QTemporaryDir home;
    qputenv("MIAOBU_HOME", home.path().toUtf8());
    fill(home.path() + u"/miaobu.db"_s);
    const QString program = QCoreApplication::applicationFilePath();
    std::vector<Start> ours;
    std::vector<Start> bare;
    for (int turn = 0; turn < starts; ++turn) {
        bare.push_back(start(program, u"--bare"_s));
        ours.push_back(start(program, u"--window"_s));
    }
    bench::print({{u"median"_s, median(ours)}, {u"longest"_s, std::ranges::max(ours, {}, &Start::seconds).seconds},
        {u"bareMedian"_s, median(bare)}, {u"resident"_s, ours.back().resident},
        {u"residentShared"_s, ours.back().shared}, {u"bareResident"_s, bare.back().resident}});
    return 0;
}
