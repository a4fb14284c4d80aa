#include "aliyun/emulator/oss_call.h"
#include "aliyun/emulator/service_fault.h"

#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr std::size_t mostKeys = 1000;
constexpr std::size_t longestBody = 2U << 20;

struct Deletion {
    std::vector<std::string> keys;
    bool quiet = false;
};

ServiceFault malformedXml() {
    return {400, "MalformedXML",
        "The XML you provided was not well-formed or did not validate against our published schema.",
        {{"EC", "0016-00000101"}}};
}

Deletion deletionFrom(const std::string& body) {
    Deletion deletion;
    QXmlStreamReader xml(QByteArray::fromStdString(body));
    bool inObject = false;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            if (xml.name() == "Object"_L1) {
                inObject = true;
            } else if (inObject && xml.name() == "Key"_L1) {
                deletion.keys.push_back(xml.readElementText().toStdString());
            } else if (xml.name() == "Quiet"_L1) {
                deletion.quiet = xml.readElementText() == "true"_L1;
            }
        } else if (xml.isEndElement() && xml.name() == "Object"_L1) {
            inObject = false;
        }
    }
    if (xml.hasError() || deletion.keys.empty() || deletion.keys.size() > mostKeys) {
        throw malformedXml();
    }
    return deletion;
}

} // namespace

Reply deleteMultipleObjects(const OssCall& call) {
    const auto bucket = call.bucket();
    if (!call.request.hasHeader("content-md5")) {
        throw ServiceFault{400, "MissingArgument", "Missing Some Required Arguments.",
            {{"ArgumentName", "Content-MD5"}, {"EC", "0016-00000501"}}};
    }
    const auto body = call.body.readAll(longestBody);
    if (!body) {
        throw malformedXml();
    }
    if (fromBase64(call.request.header("content-md5")) != md5Raw(*body)) {
        throw ServiceFault{400, "InvalidDigest", "The Content-MD5 you specified did not match what we received.",
            {{"EC", "0016-00000202"}}};
    }
    const Deletion deletion = deletionFrom(*body);
    const bool encoded
        = call.request.parameter("encoding-type") == "url" || call.request.header("x-oss-encoding-type") == "url";
    std::string listed;
    for (const std::string& key : deletion.keys) {
        bucket->remove(key);
        listed += "<Deleted>" + xmlElement("Key", encoded ? percentEncode(key, "/") : key) + "</Deleted>";
    }
    if (deletion.quiet) {
        return {};
    }
    return xmlReply(
        "<DeleteResult>" + (encoded ? xmlElement("EncodingType", "url") : std::string()) + listed + "</DeleteResult>");
}

} // namespace miaobu::emulator
