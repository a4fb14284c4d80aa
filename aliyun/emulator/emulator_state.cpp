#include "aliyun/emulator/emulator_state.h"

#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/small_file.h"
#include "core/async/error.h"

#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <algorithm>
#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

std::string pathIn(const QString& folder, QLatin1StringView name) {
    return QFile::encodeName(folder + u'/' + name).toStdString();
}

void write(const std::string& path, std::string_view content) {
    if (!replaceFile(path, content)) {
        throw Error(
            ErrorKind::FileSystem, QFile::decodeName(path.c_str()), QString::fromLocal8Bit(std::strerror(errno)));
    }
}

QString randomUpper(std::size_t bytes) {
    return toQt(randomHex(bytes)).toUpper();
}

QString randomAccountId() {
    return QString::number(
        QRandomGenerator::system()->bounded(Q_INT64_C(1'000'000'000'000'000), Q_INT64_C(1'999'999'999'999'999)));
}

} // namespace

EmulatorIdentity openIdentity(const QString& folder) {
    const QJsonObject object = jsonObject(readFile(pathIn(folder, "identity.json"_L1)).value_or(std::string()));
    EmulatorIdentity identity{object.value(u"accessKeyId"_s).toString(), object.value(u"accessKeySecret"_s).toString(),
        object.value(u"sitePort"_s).toInt(EmulatorIdentity().sitePort), object.value(u"accountId"_s).toString(),
        object.value(u"rootKeyId"_s).toString(), object.value(u"rootKeySecret"_s).toString(),
        object.value(u"registryPort"_s).toInt()};
    const bool hasKey = !identity.accessKeyId.isEmpty() && !identity.accessKeySecret.isEmpty();
    const bool hasAccount
        = !identity.accountId.isEmpty() && !identity.rootKeyId.isEmpty() && !identity.rootKeySecret.isEmpty();
    if (!hasKey) {
        identity.accessKeyId = u"LTAI5t"_s + randomUpper(9);
        identity.accessKeySecret = toQt(randomHex(16));
    }
    if (!hasAccount) {
        identity.rootKeyId = u"LTAI5t"_s + randomUpper(9);
        identity.rootKeySecret = toQt(randomHex(16));
        identity.accountId = randomAccountId();
    }
    if (!hasKey || !hasAccount) {
        saveIdentity(folder, identity);
    }
    return identity;
}

void saveIdentity(const QString& folder, const EmulatorIdentity& identity) {
    write(pathIn(folder, "identity.json"_L1),
        jsonText({{u"accessKeyId"_s, identity.accessKeyId}, {u"accessKeySecret"_s, identity.accessKeySecret},
            {u"sitePort"_s, identity.sitePort}, {u"accountId"_s, identity.accountId},
            {u"rootKeyId"_s, identity.rootKeyId}, {u"rootKeySecret"_s, identity.rootKeySecret},
            {u"registryPort"_s, identity.registryPort}}));
}

QJsonObject infoObject(const EmulatorInfo& info) {
    return {
        {u"pid"_s, info.pid},
        {u"ossEndpoint"_s, info.ossEndpoint.toString()},
        {u"apiEndpoint"_s, info.apiEndpoint.toString()},
        {u"bucket"_s, info.bucket},
        {u"kvNamespace"_s, info.kvNamespace},
        {u"siteId"_s, info.siteId},
        {u"accessKeyId"_s, info.accessKeyId},
        {u"accessKeySecret"_s, info.accessKeySecret},
        {u"region"_s, info.region},
        {u"sitePort"_s, info.sitePort},
        {u"accountId"_s, info.accountId},
        {u"registryHost"_s, info.registryHost},
        {u"cnameRecordId"_s, info.cnameRecordId},
        {u"cnameTarget"_s, info.cnameTarget},
    };
}

QByteArray infoLine(const EmulatorInfo& info) {
    return QJsonDocument(infoObject(info)).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<EmulatorInfo> infoFromLine(const QByteArray& line) {
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    EmulatorInfo info;
    info.pid = object.value(u"pid"_s).toInteger();
    info.ossEndpoint = QUrl(object.value(u"ossEndpoint"_s).toString());
    info.apiEndpoint = QUrl(object.value(u"apiEndpoint"_s).toString());
    info.bucket = object.value(u"bucket"_s).toString();
    info.kvNamespace = object.value(u"kvNamespace"_s).toString();
    info.siteId = object.value(u"siteId"_s).toInteger();
    info.accessKeyId = object.value(u"accessKeyId"_s).toString();
    info.accessKeySecret = object.value(u"accessKeySecret"_s).toString();
    info.region = object.value(u"region"_s).toString();
    info.sitePort = object.value(u"sitePort"_s).toInt();
    info.accountId = object.value(u"accountId"_s).toString();
    info.registryHost = object.value(u"registryHost"_s).toString();
    info.cnameRecordId = object.value(u"cnameRecordId"_s).toInteger();
    info.cnameTarget = object.value(u"cnameTarget"_s).toString();
    return info.pid > 0 && !info.accessKeySecret.isEmpty() ? std::optional(info) : std::nullopt;
}

void writeState(const QString& folder, const EmulatorInfo& info) {
    write(pathIn(folder, "emulator.json"_L1), infoLine(info).toStdString());
}

std::optional<EmulatorInfo> readState(const QString& folder) {
    const auto text = readFile(pathIn(folder, "emulator.json"_L1));
    return text ? infoFromLine(QByteArray::fromStdString(*text)) : std::nullopt;
}

void removeState(const QString& folder) {
    QFile::remove(folder + u"/emulator.json"_s);
}

} // namespace miaobu::emulator
