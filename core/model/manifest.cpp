#include "core/model/manifest.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr int manifestVersion = 1;

QJsonObject fileToJson(const ManifestFile& file) {
    return {
        {u"path"_s, file.path},
        {u"size"_s, file.size},
        {u"sha256"_s, QString::fromLatin1(file.sha256.toHex())},
        // A text: JSON readers round integers above 2^53.
        {u"crc64"_s, QString::number(file.crc64)},
        {u"contentType"_s, file.contentType},
        {u"cacheControl"_s, file.cacheControl},
    };
}

ManifestFile fileFromJson(const QJsonObject& object) {
    return {
        object.value(u"path"_s).toString(),
        object.value(u"size"_s).toInteger(),
        QByteArray::fromHex(object.value(u"sha256"_s).toString().toLatin1()),
        object.value(u"crc64"_s).toString().toULongLong(),
        object.value(u"contentType"_s).toString(),
        object.value(u"cacheControl"_s).toString(),
    };
}

QJsonObject revisionToJson(const Revision& revision) {
    return {
        {u"commit"_s, revision.commit},
        {u"tree"_s, revision.tree},
        {u"branch"_s, revision.branch},
        {u"message"_s, revision.message},
        {u"author"_s, revision.author},
        {u"modified"_s, revision.modified},
    };
}

Revision revisionFromJson(const QJsonObject& object) {
    return {
        object.value(u"commit"_s).toString(),
        object.value(u"tree"_s).toString(),
        object.value(u"branch"_s).toString(),
        object.value(u"message"_s).toString(),
        object.value(u"author"_s).toString(),
        object.value(u"modified"_s).toBool(),
    };
}

QJsonObject sourceToJson(const Source& source) {
    return {
        {u"kind"_s, source.kind == SourceKind::Git ? u"git"_s : u"folder"_s},
        {u"location"_s, source.location},
        {u"branch"_s, source.branch},
        {u"submodules"_s, source.submodules},
    };
}

Source sourceFromJson(const QJsonObject& object) {
    return {
        object.value(u"kind"_s).toString() == u"git"_s ? SourceKind::Git : SourceKind::Folder,
        object.value(u"location"_s).toString(),
        object.value(u"branch"_s).toString(),
        object.value(u"submodules"_s).toBool(),
    };
}

} // namespace

QByteArray toJson(const Manifest& manifest) {
    QJsonArray files;
    for (const ManifestFile& file : manifest.files) {
        files.append(fileToJson(file));
    }
    QJsonObject object{
        {u"version"_s, manifestVersion},
        {u"deployment"_s, manifest.deployment},
        {u"number"_s, manifest.number},
        {u"project"_s, manifest.projectSlug},
        {u"projectName"_s, manifest.projectName},
        {u"overrides"_s, toJson(manifest.overrides)},
        {u"source"_s, sourceToJson(manifest.source)},
        {u"revision"_s, revisionToJson(manifest.revision)},
        {u"plan"_s, toJson(manifest.plan)},
        {u"toolchain"_s, manifest.toolchain},
        {u"buildKey"_s, manifest.buildKey},
        {u"createdAt"_s, manifest.createdAt.toUTC().toString(Qt::ISODateWithMs)},
        {u"files"_s, files},
    };
    if (!manifest.preview.isEmpty()) {
        object.insert(u"preview"_s, QJsonObject{{u"name"_s, manifest.preview}, {u"branch"_s, manifest.previewBranch}});
    }
    if (manifest.app) {
        object.insert(u"function"_s, toJson(manifest.function));
        object.insert(u"app"_s, toJson(*manifest.app));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Manifest manifestFromJson(const QByteArray& json) {
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value(u"version"_s).toInt() != manifestVersion || !object.value(u"files"_s).isArray()) {
        throw Error(ErrorKind::MalformedResponse, manifestObjectName, u"not a manifest of version 1"_s);
    }
    Manifest manifest{
        .deployment = object.value(u"deployment"_s).toInteger(),
        .number = object.value(u"number"_s).toInt(),
        .projectSlug = object.value(u"project"_s).toString(),
        .projectName = object.value(u"projectName"_s).toString(),
        .overrides = buildOverridesFromJson(object.value(u"overrides"_s).toObject()),
        .function = functionSettingsFromJson(object.value(u"function"_s).toObject()),
        .preview = object[u"preview"_s][u"name"_s].toString(),
        .previewBranch = object[u"preview"_s][u"branch"_s].toString(),
        .source = sourceFromJson(object.value(u"source"_s).toObject()),
        .revision = revisionFromJson(object.value(u"revision"_s).toObject()),
        .plan = buildPlanFromJson(object.value(u"plan"_s).toObject()),
        .toolchain = object.value(u"toolchain"_s).toString(),
        .buildKey = object.value(u"buildKey"_s).toString(),
        .createdAt = QDateTime::fromString(object.value(u"createdAt"_s).toString(), Qt::ISODateWithMs),
        .app = object.value(u"app"_s).isObject() ? std::optional(webAppFromJson(object.value(u"app"_s).toObject()))
                                                 : std::nullopt,
        .files = {},
    };
    for (const QJsonValue& file : object.value(u"files"_s).toArray()) {
        manifest.files.append(fileFromJson(file.toObject()));
    }
    return manifest;
}

} // namespace miaobu
