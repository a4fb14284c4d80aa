#include "aliyun/target_config.h"

#include "aliyun/wire/endpoints.h"
#include "core/async/error.h"
#include "core/model/target.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

constexpr qint64 longestFile = 64 << 10;

/// One object of the file, which knows how its members are called in an error.
class Section {
public:
    Section(const QJsonObject& object, const QString& path) : m_object(object), m_path(path) { }

    [[nodiscard]] Section section(const QString& name) const {
        const QJsonValue value = m_object.value(name);
        require(value.isUndefined() || value.isNull() || value.isObject(), name, u"an object is expected"_s);
        return {value.toObject(), m_path + name + u'.'};
    }

    [[nodiscard]] QString text(const QString& name) const {
        const QJsonValue value = m_object.value(name);
        require(value.isUndefined() || value.isNull() || value.isString(), name, u"a text is expected"_s);
        return value.toString();
    }

    [[nodiscard]] QString text(const QString& name, const QString& pattern, const QString& expected) const {
        const QString value = text(name);
        const QRegularExpression whole(QRegularExpression::anchoredPattern(pattern));
        require(whole.match(value).hasMatch(), name, expected);
        return value;
    }

    [[nodiscard]] qint64 number(const QString& name) const {
        const QJsonValue value = m_object.value(name);
        require(
            value.isUndefined() || value.isNull() || value.toInteger(-1) >= 0, name, u"a whole number is expected"_s);
        return value.toInteger();
    }

    [[nodiscard]] QUrl endpoint(const QString& name, const QUrl& fallback) const {
        const QString value = text(name);
        if (value.isEmpty()) {
            return fallback;
        }
        const QUrl url(value, QUrl::StrictMode);
        try {
            (void)endpointOf(url);
        } catch (const Error& error) {
            require(false, name, error.detail);
        }
        return url;
    }

    void require(bool condition, const QString& name, const QString& detail) const {
        if (!condition) {
            throw Error(ErrorKind::InvalidInput, m_path + name, detail);
        }
    }

    [[nodiscard]] bool has(const QString& name) const { return m_object.contains(name); }

private:
    QJsonObject m_object;
    QString m_path;
};

const QString hostPattern
    = u"(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*"_s;
const QString baseDomainPattern = hostPattern + u"|localhost:[1-9][0-9]{0,4}"_s;

TargetConfig::Oss readOss(const Section& section, const QString& region) {
    return {section.text(
                u"bucket"_s, u"[a-z0-9][a-z0-9-]{1,61}[a-z0-9]"_s, u"3 to 63 lower-case letters, digits and dashes"_s),
        section.endpoint(u"endpoint"_s, ossEndpointOfRegion(region))};
}

TargetConfig::Esa readEsa(const Section& section, const QString& region) {
    TargetConfig::Esa esa;
    esa.siteId = section.number(u"siteId"_s);
    section.require(esa.siteId > 0, u"siteId"_s, u"the number of a site is expected"_s);
    esa.endpoint = section.endpoint(u"endpoint"_s, esaEndpointOfRegion(region));
    esa.kvNamespace = section.text(u"kvNamespace"_s, u"[A-Za-z0-9_-]{1,64}"_s, u"letters, digits, - and _"_s);
    esa.routine = section.text(u"routine"_s);
    esa.cnameRecordId = section.number(u"cnameRecordId"_s);
    esa.cnameTarget = section.text(u"cnameTarget"_s);
    return esa;
}

TargetConfig readConfig(const Section& top) {
    for (const QString& name : {u"accessKeySecret"_s, u"securityToken"_s}) {
        top.require(!top.has(name), name, u"a secret does not belong into a target's file"_s);
    }
    TargetConfig config;
    config.name = top.text(u"name"_s);
    top.require(
        isValidTargetName(config.name), u"name"_s, u"lower-case letters, digits and dashes, and not \"local\""_s);
    config.accessKeyId = top.text(u"accessKeyId"_s, u"[A-Za-z0-9._-]{0,128}"_s, u"an AccessKey ID is expected"_s);
    config.accountId = top.text(u"accountId"_s, u"[0-9]*"_s, u"digits are expected"_s);
    config.region = plainRegion(top.text(u"region"_s, u"[a-z0-9-]+"_s, u"a region such as cn-hangzhou is expected"_s));
    config.baseDomain = top.text(u"baseDomain"_s, baseDomainPattern, u"a lower-case host name is expected"_s);
    config.oss = readOss(top.section(u"oss"_s), config.region);
    config.esa = readEsa(top.section(u"esa"_s), config.region);
    const Section fc = top.section(u"fc"_s);
    config.fc
        = {fc.endpoint(u"endpoint"_s, QUrl(u"https://fcv3.%1.aliyuncs.com"_s.arg(config.region))), fc.text(u"role"_s)};
    const Section acr = top.section(u"acr"_s);
    config.acr = {acr.text(u"registry"_s), acr.text(u"namespace"_s), acr.text(u"instanceId"_s),
        acr.endpoint(u"endpoint"_s, QUrl(u"https://cr.%1.aliyuncs.com"_s.arg(config.region)))};
    config.stsEndpoint
        = top.section(u"sts"_s).endpoint(u"endpoint"_s, QUrl(u"https://sts.%1.aliyuncs.com"_s.arg(config.region)));
    return config;
}

QJsonValue orNull(const QString& text) {
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QString pathOf(const QString& folder, const QString& name) {
    return folder + u'/' + name + u".json"_s;
}

} // namespace

bool isValidTargetName(const QString& name) {
    static const QRegularExpression pattern(u"\\A[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?\\z"_s);
    return name != localTargetName && pattern.match(name).hasMatch();
}

TargetConfig targetConfigFromJson(const QByteArray& json) {
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject()) {
        throw Error(ErrorKind::InvalidInput, u"target"_s, u"not a JSON object: %1"_s.arg(problem.errorString()));
    }
    return readConfig(Section(document.object(), {}));
}

QByteArray toJson(const TargetConfig& config) {
    const auto& [oss, esa, fc, acr] = std::tie(config.oss, config.esa, config.fc, config.acr);
    const QJsonObject object{
        {u"name"_s, config.name},
        {u"accessKeyId"_s, config.accessKeyId},
        {u"accountId"_s, config.accountId},
        {u"region"_s, config.region},
        {u"baseDomain"_s, config.baseDomain},
        {u"oss"_s, QJsonObject{{u"bucket"_s, oss.bucket}, {u"endpoint"_s, oss.endpoint.toString()}}},
        {u"esa"_s,
            QJsonObject{{u"siteId"_s, esa.siteId}, {u"endpoint"_s, esa.endpoint.toString()},
                {u"kvNamespace"_s, esa.kvNamespace}, {u"routine"_s, esa.routine},
                {u"cnameRecordId"_s, esa.cnameRecordId}, {u"cnameTarget"_s, esa.cnameTarget}}},
        {u"fc"_s, QJsonObject{{u"endpoint"_s, fc.endpoint.toString()}, {u"role"_s, fc.role}}},
        {u"acr"_s,
            QJsonObject{{u"registry"_s, acr.registry}, {u"namespace"_s, acr.nameSpace},
                {u"instanceId"_s, orNull(acr.instanceId)}, {u"endpoint"_s, acr.endpoint.toString()}}},
        {u"sts"_s, QJsonObject{{u"endpoint"_s, config.stsEndpoint.toString()}}},
    };
    return QJsonDocument(object).toJson();
}

QStringList targetNamesIn(const QString& folder) {
    QStringList names;
    for (const QFileInfo& file : QDir(folder).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        if (isValidTargetName(file.completeBaseName())) {
            names.append(file.completeBaseName());
        }
    }
    return names;
}

TargetConfig loadTarget(const QString& folder, const QString& name) {
    QFile file(pathOf(folder, name));
    if (!isValidTargetName(name) || !file.exists()) {
        Error error(ErrorKind::TargetUnknown, name);
        error.alternatives = QStringList(localTargetName) + targetNamesIn(folder);
        throw error;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        throw Error(ErrorKind::FileSystem, file.fileName(), file.errorString());
    }
    TargetConfig config = targetConfigFromJson(file.read(longestFile));
    if (config.name != name) {
        throw Error(ErrorKind::InvalidInput, u"name"_s, u"the file of target %1 says %2"_s.arg(name, config.name));
    }
    return config;
}

void saveTarget(const QString& folder, const TargetConfig& config) {
    const QByteArray json = toJson(config);
    (void)targetConfigFromJson(json);
    QSaveFile file(pathOf(folder, config.name));
    if (!QDir().mkpath(folder) || !file.open(QIODevice::WriteOnly) || file.write(json) != json.size()
        || !file.commit()) {
        throw Error(ErrorKind::FileSystem, file.fileName(), file.errorString());
    }
}

void removeTargetFile(const QString& folder, const QString& name) {
    QFile file(pathOf(folder, name));
    if (!file.remove()) {
        throw Error(ErrorKind::FileSystem, file.fileName(), file.errorString());
    }
}

} // namespace miaobu::aliyun
