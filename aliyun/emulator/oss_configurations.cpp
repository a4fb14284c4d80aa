#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/oss_call.h"
#include "aliyun/emulator/service_fault.h"

#include <QJsonArray>
#include <QXmlStreamReader>

#include <array>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr std::size_t longestBody = 1U << 20;

/// What is kept as it was put.
struct Kind {
    std::string_view subresource;
    QLatin1StringView root; ///< Of the XML; empty for JSON
    QLatin1StringView rule; ///< What it must have at least one of
    int mostRules = 0;
    std::string_view absence; ///< The code when there is none
};

constexpr std::array kinds{
    Kind{"cors", QLatin1StringView("CORSConfiguration"), QLatin1StringView("CORSRule"), 10, "NoSuchCORSConfiguration"},
    Kind{"lifecycle", QLatin1StringView("LifecycleConfiguration"), QLatin1StringView("Rule"), 1000, "NoSuchLifecycle"},
    Kind{"website", QLatin1StringView("WebsiteConfiguration"), {}, 0, "NoSuchWebsiteConfiguration"},
    Kind{"policy", {}, {}, 0, "NoSuchBucketPolicy"},
};

const Kind& kindOf(const OssCall& call) {
    for (const Kind& kind : kinds) {
        if (call.request.hasParameter(kind.subresource)) {
            return kind;
        }
    }
    return kinds.back();
}

[[noreturn]] void malformedXml() {
    throw ServiceFault{400, "MalformedXML",
        "The XML you provided was not well-formed or did not validate against our published schema.",
        {{"EC", "0016-00000101"}}};
}

void checkXml(const Kind& kind, const std::string& body) {
    QXmlStreamReader xml(QByteArray::fromStdString(body));
    int rules = 0;
    bool rooted = false;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement) {
            rooted = rooted || xml.name() == kind.root;
            rules += xml.name() == kind.rule ? 1 : 0;
            if (!rooted) {
                malformedXml();
            }
        }
    }
    if (xml.hasError() || (!kind.rule.isEmpty() && (rules < 1 || rules > kind.mostRules))) {
        malformedXml();
    }
}

/// Whether everybody is let in.
bool isPublic(const QJsonObject& policy) {
    for (const QJsonValue& statement : policy.value(u"Statement"_s).toArray()) {
        if (statement[u"Effect"_s] == u"Allow"_s && statement[u"Principal"_s].toArray().contains(u"*"_s)) {
            return true;
        }
    }
    return false;
}

void checkPolicy(const OssCall& call, const std::string& body) {
    const QJsonObject policy = jsonObject(body);
    if (policy.value(u"Version"_s) != u"1"_s || policy.value(u"Statement"_s).toArray().isEmpty()) {
        throw ServiceFault{400, "InvalidPolicyDocument", "The bucket policy is malformed.", {{"EC", "0014-00000001"}}};
    }
    if (isPublic(policy) && call.settings.blocksPublicAccess(call.bucketName)) {
        throw ServiceFault{403, "AccessDenied", "Put public bucket policy is not allowed", {{"EC", "0003-00000904"}}};
    }
}

} // namespace

Reply putConfiguration(const OssCall& call) {
    static_cast<void>(call.bucket());
    const Kind& kind = kindOf(call);
    const std::string body = call.body.readAll(longestBody).value_or(std::string());
    if (kind.root.isEmpty()) {
        checkPolicy(call, body);
    } else {
        checkXml(kind, body);
    }
    call.settings.setConfiguration(call.bucketName, std::string(kind.subresource), body);
    return {};
}

Reply getConfiguration(const OssCall& call) {
    static_cast<void>(call.bucket());
    const Kind& kind = kindOf(call);
    auto text = call.settings.configuration(call.bucketName, std::string(kind.subresource));
    if (!text) {
        throw ServiceFault{404, std::string(kind.absence), "The specified configuration does not exist.",
            {{"BucketName", call.bucketName}}};
    }
    Reply reply;
    reply.set("Content-Type", kind.root.isEmpty() ? "application/json" : "application/xml");
    reply.body = std::move(*text);
    return reply;
}

Reply deleteConfiguration(const OssCall& call) {
    static_cast<void>(call.bucket());
    call.settings.removeConfiguration(call.bucketName, std::string(kindOf(call).subresource));
    Reply reply;
    reply.status = 204;
    return reply;
}

Reply getPublicAccessBlock(const OssCall& call) {
    static_cast<void>(call.bucket());
    return xmlReply("<PublicAccessBlockConfiguration>"
        + xmlElement("BlockPublicAccess", call.settings.blocksPublicAccess(call.bucketName) ? "true" : "false")
        + "</PublicAccessBlockConfiguration>");
}

Reply putPublicAccessBlock(const OssCall& call) {
    static_cast<void>(call.bucket());
    QXmlStreamReader xml(QByteArray::fromStdString(call.body.readAll(longestBody).value_or(std::string())));
    QString value;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == "BlockPublicAccess"_L1) {
            value = xml.readElementText();
        }
    }
    if (xml.hasError() || (value != "true"_L1 && value != "false"_L1)) {
        malformedXml();
    }
    call.settings.blockPublicAccess(call.bucketName, value == "true"_L1);
    return {};
}

} // namespace miaobu::emulator
