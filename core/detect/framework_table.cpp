#include "core/detect/framework_table.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

// Outside of any namespace, as the macro demands: the resource lies in a static library.
static void initializeFrameworkResource() {
    Q_INIT_RESOURCE(detect);
}

namespace miaobu {

namespace {

QStringList words(const QJsonValue& value) {
    QStringList list;
    for (const QJsonValue& word : value.toArray()) {
        list.append(word.toString());
    }
    return list;
}

Rendering rendering(const QString& name) {
    return name == u"server" ? Rendering::Server : name == u"either" ? Rendering::Either : Rendering::Static;
}

FrameworkRole role(const QString& name) {
    if (name == u"bundler") {
        return FrameworkRole::Bundler;
    }
    return name == u"tool" ? FrameworkRole::Tool : name == u"backend" ? FrameworkRole::Backend : FrameworkRole::Site;
}

QList<Framework> readTable() {
    initializeFrameworkResource();
    QFile file(u":/detect/frameworks.json"_s);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    QList<Framework> table;
    for (const QJsonValue& value : QJsonDocument::fromJson(file.readAll()).array()) {
        const QJsonObject object = value.toObject();
        Framework framework{.slug = object.value(u"slug"_s).toString(),
            .rendering = rendering(object.value(u"rendering"_s).toString()),
            .role = role(object.value(u"role"_s).toString()),
            .packages = words(object.value(u"packages"_s)),
            .modules = words(object.value(u"modules"_s)),
            .commands = words(object.value(u"commands"_s)),
            .isCommandOwn = !object.value(u"commandIsShared"_s).toBool(),
            .outputDir = object.value(u"output"_s).toString(),
            .outputFlags = words(object.value(u"outputFlags"_s)),
            .outputKeys = words(object.value(u"outputKeys"_s)),
            .isSpa = object.value(u"spa"_s).toBool()};
        table.append(framework);
    }
    return table;
}

} // namespace

const QList<Framework>& frameworkTable() {
    static const QList<Framework> table = readTable();
    return table;
}

} // namespace miaobu
