#include "core/model/web_app.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

double inSteps(double value, double step) {
    return std::round(value / step) * step;
}

} // namespace

QString appWayName(AppWay way) {
    return way == AppWay::Package ? u"package"_s : u"image"_s;
}

AppWay appWayFromName(const QString& name) {
    return name == "package"_L1 ? AppWay::Package : AppWay::Image;
}

FunctionSettings withinLimits(FunctionSettings settings) {
    constexpr double megabytes = 1024;
    settings.cpu = inSteps(std::clamp(settings.cpu, 0.05, 16.0), 0.05);
    settings.memory = static_cast<int>(inSteps(std::clamp(settings.memory, 128, 32768), 64));
    const double lowest = std::max(128.0, settings.cpu * megabytes);
    const double highest = std::max(128.0, settings.cpu * megabytes * 4);
    settings.memory = static_cast<int>(std::clamp(static_cast<double>(settings.memory), std::ceil(lowest / 64) * 64,
        std::max(std::ceil(lowest / 64), std::floor(highest / 64)) * 64));
    settings.timeout = std::clamp(settings.timeout, 1, 86400);
    settings.concurrency = std::clamp(settings.concurrency, 1, 200);
    settings.port = std::clamp(settings.port, 0, 65535);
    return settings;
}

WebApp runBy(WebApp app, const FunctionSettings& settings) {
    const int port = settings.port > 0 ? settings.port : app.ownPort;
    // The start script of a package is told the address to listen on.
    const QString address = u"0.0.0.0:%1"_s;
    app.command.replaceInStrings(address.arg(app.port), address.arg(port));
    app.port = port;
    app.settings = settings;
    return app;
}

QString functionName(const QString& slug) {
    return u"miaobu-"_s + slug;
}

QString localImage(const QString& slug, const QString& tag) {
    return u"miaobu/%1:%2"_s.arg(slug, tag);
}

QString imageTag(const QString& image) {
    const qsizetype colon = image.lastIndexOf(u':');
    return colon < 0 || image.indexOf(u'/', colon) >= 0 ? QString() : image.sliced(colon + 1);
}

QJsonObject toJson(const FunctionSettings& settings) {
    return {
        {u"way"_s, appWayName(settings.way)},
        {u"cpu"_s, settings.cpu},
        {u"memory"_s, settings.memory},
        {u"timeout"_s, settings.timeout},
        {u"concurrency"_s, settings.concurrency},
        {u"healthPath"_s, settings.healthPath},
        {u"port"_s, settings.port},
    };
}

FunctionSettings functionSettingsFromJson(const QJsonObject& object) {
    const FunctionSettings usual;
    return withinLimits({
        .way = appWayFromName(object.value(u"way"_s).toString()),
        .cpu = object.value(u"cpu"_s).toDouble(usual.cpu),
        .memory = object.value(u"memory"_s).toInt(usual.memory),
        .timeout = object.value(u"timeout"_s).toInt(usual.timeout),
        .concurrency = object.value(u"concurrency"_s).toInt(usual.concurrency),
        .healthPath = object.value(u"healthPath"_s).toString(),
        .port = object.value(u"port"_s).toInt(usual.port),
    });
}

QJsonObject toJson(const WebApp& app) {
    return {
        {u"settings"_s, toJson(app.settings)},
        {u"image"_s, app.image},
        {u"digest"_s, app.digest},
        {u"package"_s, app.package},
        {u"runtime"_s, app.runtime},
        {u"command"_s, QJsonArray::fromStringList(app.command)},
        {u"ownPort"_s, app.ownPort},
        {u"port"_s, app.port},
        {u"endpoint"_s, app.endpoint},
        {u"variables"_s, QJsonArray::fromStringList(app.variables)},
    };
}

namespace {

QStringList textsIn(const QJsonValue& array) {
    QStringList texts;
    for (const QJsonValue& text : array.toArray()) {
        texts.append(text.toString());
    }
    return texts;
}

} // namespace

WebApp webAppFromJson(const QJsonObject& object) {
    const int port = object.value(u"port"_s).toInt(9000);
    return {
        .settings = functionSettingsFromJson(object.value(u"settings"_s).toObject()),
        .image = object.value(u"image"_s).toString(),
        .digest = object.value(u"digest"_s).toString(),
        .package = object.value(u"package"_s).toString(),
        .runtime = object.value(u"runtime"_s).toString(),
        .command = textsIn(object.value(u"command"_s)),
        .ownPort = object.value(u"ownPort"_s).toInt(port),
        .port = port,
        .endpoint = object.value(u"endpoint"_s).toString(),
        .variables = textsIn(object.value(u"variables"_s)),
    };
}

} // namespace miaobu
