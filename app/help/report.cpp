#include "app/help/report.h"

#include "core/async/error.h"
#include "core/log/redactor.h"
#include "core/model/target.h"
#include "core/ports/target_store.h"
#include "core/store/deployment_table.h"
#include "core/store/project_table.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>
#include <QSysInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

constexpr int mostFailures = 10;
constexpr int deploymentsLookedAt = 20; // Of each project
constexpr int longestDetail = 300;

QString line(const QString& name, const QString& value) {
    return name + u": "_s + (value.isEmpty() ? u"–"_s : value) + u'\n';
}

QString environment(const char* name) {
    return qEnvironmentVariable(name);
}

QString versions() {
    return line(u"Miaobu"_s, QCoreApplication::applicationVersion())
        + line(u"Qt"_s, QLatin1StringView(qVersion()) + u", built with "_s + QLatin1StringView(QT_VERSION_STR))
        + line(u"System"_s,
            QSysInfo::prettyProductName() + u", "_s + QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion()
                + u", "_s + QSysInfo::currentCpuArchitecture())
        + line(u"Desktop"_s, environment("XDG_CURRENT_DESKTOP") + u' ' + environment("XDG_SESSION_TYPE"))
        + line(u"Language"_s, QLocale::system().name() + u", shown in "_s + QLocale().name());
}

QString programs() {
    QStringList found;
    for (const QString& name : {u"node"_s, u"npm"_s, u"pnpm"_s, u"yarn"_s, u"bun"_s, u"python3"_s, u"docker"_s,
             u"podman"_s, u"git"_s, u"gh"_s, u"chromium"_s}) {
        const QString path = QStandardPaths::findExecutable(name);
        if (!path.isEmpty()) {
            found.append(path);
        }
    }
    return line(u"Programs"_s, found.join(u", "_s));
}

QString targetLine(const QString& name, int number, const TargetStore& store) {
    try {
        const TargetConfig config = store.config(name);
        QStringList parts{config.region};
        const auto add = [&parts](bool isThere, const QString& part) {
            if (isThere) {
                parts.append(part);
            }
        };
        add(!config.oss.bucket.isEmpty(), u"OSS"_s);
        add(config.esa.siteId != 0, u"ESA"_s);
        add(!config.fc.role.isEmpty(), u"FC"_s);
        add(!config.acr.registry.isEmpty(), config.acr.instanceId.isEmpty() ? u"ACR"_s : u"ACR Enterprise"_s);
        return line(u"Target %1"_s.arg(number), parts.join(u", "_s));
    } catch (const Error& error) {
        return line(u"Target %1"_s.arg(number), errorKindName(error.kind));
    }
}

QString targetLines(const QStringList& targets, const TargetStore& store) {
    QString lines;
    int number = 0;
    for (const QString& name : targets) {
        if (name != localTargetName) {
            lines += targetLine(name, ++number, store);
        }
    }
    return lines;
}

QList<Deployment> lastFailures(const Database& database) {
    QList<Deployment> failures;
    for (const Project& project : ProjectTable(database).all()) {
        for (const Deployment& deployment : DeploymentTable(database).ofProject(project.id, deploymentsLookedAt)) {
            if (deployment.failure) {
                failures.append(deployment);
            }
        }
    }
    std::ranges::sort(failures, [](const Deployment& a, const Deployment& b) { return a.createdAt > b.createdAt; });
    return failures.mid(0, mostFailures);
}

QString failureLine(const Deployment& deployment) {
    const Failure& failure = *deployment.failure;
    QString text = deployment.createdAt.toString(u"yyyy-MM-dd HH:mm"_s) + u"  "_s + errorKindName(failure.kind)
        + u" in "_s + stageName(failure.stage)
        + (deployment.target == localTargetName ? u" on this computer"_s : u" in the cloud"_s);
    if (failure.exitCode != 0) {
        text += u", exit code "_s + QString::number(failure.exitCode);
    }
    if (!failure.requestId.isEmpty()) {
        text += u", request "_s + failure.requestId;
    }
    const QString detail = failure.detail.simplified().left(longestDetail);
    return u"  "_s + text + u'\n' + (detail.isEmpty() ? QString() : u"    "_s + detail + u'\n');
}

} // namespace

QString reportText(
    const Database& database, const QStringList& targets, const TargetStore& targetStore, const Home& home) {
    QString text = versions() + programs();
    text += line(u"Data"_s, home.data) + line(u"Projects"_s, QString::number(ProjectTable(database).all().size()));
    text += targetLines(targets, targetStore);
    const QList<Deployment> failures = lastFailures(database);
    text += failures.isEmpty() ? u"No deployment has failed.\n"_s : u"Last deployments that failed (UTC):\n"_s;
    for (const Deployment& deployment : failures) {
        text += failureLine(deployment);
    }
    return redactedReport(text);
}

QString redactedReport(const QString& text) {
    QStringList secrets;
    for (const char* const name : {"ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
             "ALIBABA_CLOUD_SECURITY_TOKEN", "GITHUB_TOKEN", "GH_TOKEN"}) {
        secrets.append(environment(name));
    }
    const Redactor redactor(secrets);
    Redactor::Memory memory;
    QStringList lines;
    for (const QString& written : text.trimmed().split(u'\n')) {
        lines.append(QString::fromUtf8(redactor.masked(written.toUtf8(), memory)));
    }
    QString masked = lines.join(u'\n');
    // A home of "/" or "/root" alone would change every path.
    const QString home = QDir::homePath();
    return home.size() > 1 ? masked.replace(home + u'/', u"~/"_s) : masked;
}

} // namespace miaobu::app
