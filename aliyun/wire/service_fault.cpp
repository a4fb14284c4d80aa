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
        denied.value(u"AuthAction"_s).toString()};
}

ServiceFault fromXml(const QByteArray& xml) {
    try {
        const XmlElement root = parseXml(xml);
        return {root.childText(u"Code"), root.childText(u"Message"), root.childText(u"RequestId"), {}};
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
    for (const QByteArrayView name : {QByteArrayView("x-oss-request-id"), QByteArrayView("x-acs-request-id")}) {
        if (fault.requestId.isEmpty()) {
            fault.requestId = QString::fromLatin1(response.header(name));
        }
    }
    return fault;
}

} // namespace miaobu::aliyun
