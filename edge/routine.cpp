#include "edge/routine.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// Outside any namespace, as Qt asks: a static library's resources are not linked in by themselves.
static void initEdgeResources() {
    Q_INIT_RESOURCE(edge);
}

using namespace Qt::StringLiterals;

namespace miaobu::edge {

namespace {

QByteArray resource(const QString& name) {
    initEdgeResources();
    QFile file(u":/edge/"_s + name);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("The program was built without its own resource %s", qUtf8Printable(name));
    }
    return file.readAll();
}

QByteArray toJson(const RoutineConfig& config) {
    const QJsonObject object{
        {u"baseDomain"_s, config.baseDomain.toLower()},
        {u"namespace"_s, config.kvNamespace},
        {u"functionEndpoints"_s, QJsonArray::fromStringList(config.functionEndpoints)},
        {u"clientAddressHeader"_s, config.clientAddressHeader},
    };
    QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    // Line ends in JavaScript's eyes, though not in JSON's.
    json.replace("\xe2\x80\xa8", "\\u2028");
    json.replace("\xe2\x80\xa9", "\\u2029");
    return json;
}

} // namespace

RoutineConfig localRoutineConfig(QString baseDomain, QString kvNamespace) {
    RoutineConfig config;
    config.baseDomain = std::move(baseDomain);
    config.kvNamespace = std::move(kvNamespace);
    config.functionEndpoints = {u"http://127.0.0.1:*"_s, u"http://localhost:*"_s};
    config.clientAddressHeader = u"x-miaobu-client-address"_s;
    return config;
}

QByteArray routineSource(const RoutineConfig& config) {
    static constexpr QByteArrayView marker = "/* miaobu:config */ ";
    QByteArray source = resource(u"edge-routine.js"_s);
    const qsizetype start = source.indexOf(marker);
    const qsizetype end = source.indexOf(";\n", start);
    Q_ASSERT(start >= 0 && end > start && source.indexOf(marker, start + 1) < 0);
    return source.replace(start, end - start, toJson(config));
}

QByteArray runnerSource() {
    return resource(u"runner/serve.mjs"_s);
}

} // namespace miaobu::edge
