#include "aliyun/wire/service_fault.h"

#include "aliyun/wire/xml_tree.h"
#include "core/async/error.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

constexpr qsizetype longestBody = 256 << 10;

// ROA services write the names of the common members in lower case.
QString member(const QJsonObject& object, const QString& name) {
    const QString lower = name.at(0).toLower() + name.sliced(1);
    return object.value(object.contains(name) ? name : lower).toString();
}

ServiceFault fromJson(const QJsonObject& object) {
    const QJsonObject denied = object.value(u"AccessDeniedDetail"_s).toObject();
    return {member(object, u"Code"_s), member(object, u"Message"_s), member(object, u"RequestId"_s),
        denied.value(u"AuthAction"_s).toString(), {}, {}};
}

ServiceFault fromXml(const QByteArray& xml) {
    try {
        const XmlElement root = parseXml(xml);
        return {root.childText(u"Code"), root.childText(u"Message"), root.childText(u"RequestId"), {},
            root.childText(u"Bucket"), root.childText(u"Endpoint")};
    } catch (const Error&) {
        return {};
    }
}

} // namespace

ServiceFault readFault(const HttpResponse& response) {
    QByteArray body = response.body.trimmed();
    if (body.isEmpty()) {
        body = QByteArray::fromBase64(response.header("x-oss-err"));
    }
    ServiceFault fault;
    if (body.size() <= longestBody && body.startsWith('{')) {
        fault = fromJson(QJsonDocument::fromJson(body).object());
    } else if (body.size() <= longestBody && body.startsWith('<')) {
        fault = fromXml(body);
    }
    if (fault.requestId.isEmpty()) {
        fault.requestId = requestIdOf(response.headers);
    }
    return fault;
}

bool hasFaultInside(const HttpResponse& response) {
    const QByteArray body = response.body.trimmed();
    if (body.size() > longestBody || !body.startsWith('{')
        || (!body.contains("\"Code\"") && !body.contains("\"IsSuccess\""))) {
        return false;
    }
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    const QJsonValue isSuccess = object.value(u"IsSuccess"_s);
    if (isSuccess.isBool()) {
        return !isSuccess.toBool();
    }
    const QString code = object.value(u"Code"_s).toString();
    return !code.isEmpty() && object.value(u"Message"_s).isString()
        && code.compare("success"_L1, Qt::CaseInsensitive) != 0 && code.compare("ok"_L1, Qt::CaseInsensitive) != 0
        && code != "200"_L1;
}

} // namespace miaobu::aliyun
