#include "app/text/state_text.h"

#include "core/model/target.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

struct StateText {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::StateText)
};

} // namespace

QString stageTitle(Stage stage) {
    switch (stage) {
    case Stage::Queue:
        return StateText::tr("Queued");
    case Stage::Checkout:
        return StateText::tr("Check out");
    case Stage::Install:
        return StateText::tr("Install");
    case Stage::Build:
        return StateText::tr("Build");
    case Stage::CheckOutput:
        return StateText::tr("Check output");
    case Stage::Publish:
        return StateText::tr("Publish");
    case Stage::Start:
        return StateText::tr("Start");
    case Stage::Route:
        return StateText::tr("Route");
    case Stage::Purge:
        return StateText::tr("Purge");
    case Stage::Prove:
        return StateText::tr("Prove");
    }
    return {};
}

QString hostStageTitle(HostStage stage) {
    switch (stage) {
    case HostStage::Writing:
        return StateText::tr("Writing the route");
    case HostStage::Purging:
        return StateText::tr("Purging");
    case HostStage::Propagating:
        return StateText::tr("Propagating");
    case HostStage::Live:
        return StateText::tr("Live");
    case HostStage::PutBack:
        break;
    }
    return StateText::tr("As before");
}

QString stateTitle(DeploymentState state) {
    switch (state) {
    case DeploymentState::Queued:
        return StateText::tr("Queued");
    case DeploymentState::Running:
        return StateText::tr("Running");
    case DeploymentState::Live:
        return StateText::tr("Live");
    case DeploymentState::Ready:
        return StateText::tr("Ready");
    case DeploymentState::Failed:
        return StateText::tr("Failed");
    case DeploymentState::Cancelled:
        return StateText::tr("Cancelled");
    case DeploymentState::Interrupted:
        return StateText::tr("Interrupted");
    case DeploymentState::Purged:
        return StateText::tr("Purged");
    }
    return {};
}

QString stateTitle(const Deployment& deployment) {
    if (deployment.state == DeploymentState::Running && deployment.stage >= Stage::Route) {
        return deployment.stage == Stage::Prove ? hostStageTitle(HostStage::Propagating) : StateText::tr("Going live");
    }
    return stateTitle(deployment.state);
}

QString dateText(const QDateTime& time) {
    const QDate date = time.toLocalTime().date();
    // 2/3/26 is another day to each half of those who read English.
    return QLocale().language() == QLocale::English ? QLocale().toString(date, QStringLiteral("d MMM yyyy"))
                                                    : QLocale().toString(date, QLocale::ShortFormat);
}

QString timeAgo(const QDateTime& time, const QDateTime& now) {
    const qint64 seconds = time.secsTo(now);
    if (seconds < 60) {
        return StateText::tr("just now");
    }
    if (seconds < 3600) {
        return StateText::tr("%n min ago", nullptr, static_cast<int>(seconds / 60));
    }
    if (seconds < 86400) {
        return StateText::tr("%n h ago", nullptr, static_cast<int>(seconds / 3600));
    }
    if (seconds < 7 * 86400) {
        return StateText::tr("%n day(s) ago", nullptr, static_cast<int>(seconds / 86400));
    }
    return dateText(time);
}

QString durationText(std::chrono::milliseconds duration) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(duration).count();
    if (seconds < 1) {
        return StateText::tr("%1 ms").arg(duration.count());
    }
    if (seconds < 60) {
        return StateText::tr("%1 s").arg(seconds);
    }
    return StateText::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
}

QString sizeText(qint64 bytes) {
    return QLocale().formattedDataSize(bytes, bytes < 1024 ? 0 : 1, QLocale::DataSizeTraditionalFormat);
}

QString shortCommit(const QString& commit) {
    return commit.left(7);
}

QString frameworkTitle(const QString& slug) {
    static const QHash<QString, QString> titles{
        {u"next"_s, u"Next.js"_s},
        {u"nuxt"_s, u"Nuxt"_s},
        {u"vite"_s, u"Vite"_s},
        {u"astro"_s, u"Astro"_s},
        {u"vitepress"_s, u"VitePress"_s},
        {u"vuepress"_s, u"VuePress"_s},
        {u"docusaurus"_s, u"Docusaurus"_s},
        {u"sveltekit"_s, u"SvelteKit"_s},
        {u"svelte"_s, u"Svelte"_s},
        {u"angular"_s, u"Angular"_s},
        {u"eleventy"_s, u"Eleventy"_s},
        {u"slidev"_s, u"Slidev"_s},
        {u"gatsby"_s, u"Gatsby"_s},
        {u"hexo"_s, u"Hexo"_s},
        {u"vue-cli"_s, u"Vue CLI"_s},
        {u"create-react-app"_s, u"Create React App"_s},
        {u"react-router"_s, u"React Router"_s},
        {u"remix"_s, u"Remix"_s},
        {u"solidstart"_s, u"SolidStart"_s},
        {u"tanstack-start"_s, u"TanStack Start"_s},
        {u"express"_s, u"Express"_s},
        {u"fastify"_s, u"Fastify"_s},
        {u"nestjs"_s, u"NestJS"_s},
        {u"koa"_s, u"Koa"_s},
        {u"hapi"_s, u"hapi"_s},
        {u"hono"_s, u"Hono"_s},
        {u"elysia"_s, u"Elysia"_s},
        {u"fastapi"_s, u"FastAPI"_s},
        {u"flask"_s, u"Flask"_s},
        {u"django"_s, u"Django"_s},
    };
    if (slug == "static-html"_L1) {
        return StateText::tr("Plain HTML");
    }
    return titles.value(slug, slug);
}

QString kindTitle(ProjectKind kind) {
    switch (kind) {
    case ProjectKind::Static:
        return StateText::tr("Static site");
    case ProjectKind::Python:
        return StateText::tr("Python app");
    case ProjectKind::NodeServer:
        return StateText::tr("Node server");
    case ProjectKind::Unknown:
        break;
    }
    return StateText::tr("Not recognised");
}

QString targetTitle(const QString& target) {
    return target == localTargetName ? StateText::tr("This computer") : target;
}

} // namespace miaobu::app
