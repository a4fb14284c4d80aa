#include "aliyun/emulator/record_rules.h"

#include "aliyun/emulator/esa_state.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/name_match.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr qsizetype longestComment = 100;

[[noreturn]] void refuse(const std::string& name, const std::string& why) {
    throw ServiceFault{400, "Invalid" + name, why};
}

[[noreturn]] void missing(const std::string& name) {
    throw ServiceFault{400, "Missing" + name, name + " is mandatory for this action."};
}

bool isAddress(std::string_view text) {
    const std::string address(trimmed(text));
    std::array<unsigned char, sizeof(in6_addr)> parsed{};
    return ::inet_pton(AF_INET, address.c_str(), parsed.data()) == 1
        || ::inet_pton(AF_INET6, address.c_str(), parsed.data()) == 1;
}

/// Inner names are accepted in either case, as the documentation and the SDK write them differently.
QJsonObject capitalised(const QJsonObject& object) {
    QJsonObject result;
    for (auto member = object.begin(); member != object.end(); ++member) {
        QString name = member.key();
        name.front() = name.front().toUpper();
        result.insert(name, member.value());
    }
    return result;
}

QJsonObject dataOf(const ApiParameters& parameters, const QString& type) {
    QJsonObject data = capitalised(jsonObject(parameters.text("Data")));
    const std::string value = toStd(data.value(u"Value"_s).toString());
    const bool valueless = type == u"CERT"_s || type == u"SSHFP"_s || type == u"TLSA"_s || type == u"SMIMEA"_s;
    if (data.isEmpty() || (value.empty() && !valueless)) {
        refuse("Data", "Data must be a JSON object that has a Value.");
    }
    if (type == u"A/AAAA"_s) {
        const auto addresses = split(value, ',');
        if (!std::all_of(addresses.begin(), addresses.end(), isAddress)) {
            refuse("Data", "The value of an A/AAAA record is a list of addresses.");
        }
    }
    if (type == u"CNAME"_s && !isHostName(lowerCase(value))) {
        refuse("Data", "The value of a CNAME record is a host name.");
    }
    if ((type == u"MX"_s || type == u"SRV"_s) && !data.contains(u"Priority"_s)) {
        refuse("Data", "An MX or SRV record has a Priority.");
    }
    return data;
}

void checkAuthorization(const QJsonObject& authorization, const QString& source) {
    const QString type = authorization.value(u"AuthType"_s).toString();
    static const std::array allowed{u"public"_s, u"private"_s, u"private_same_account"_s, u"private_cross_account"_s};
    if (std::find(allowed.begin(), allowed.end(), type) == allowed.end() || (source != u"OSS"_s && source != u"S3"_s)
        || (type == u"private_same_account"_s && source != u"OSS"_s)) {
        refuse("AuthConf", "The authorization does not fit the source.");
    }
    const bool needsKey = type == u"private"_s || type == u"private_cross_account"_s;
    if (needsKey && (!authorization.contains(u"AccessKey"_s) || !authorization.contains(u"SecretKey"_s))) {
        refuse("AuthConf", "A private source of another account needs AccessKey and SecretKey.");
    }
}

void applySource(QJsonObject& record, const ApiParameters& parameters) {
    const bool isCname = record.value(u"RecordType"_s) == u"CNAME"_s;
    checkOneOf(parameters, "SourceType", {"OSS", "S3", "LB", "OP", "Domain", ""});
    checkOneOf(parameters, "HostPolicy", {"follow_hostname", "follow_origin_domain"});
    if (!isCname) {
        if (parameters.has("SourceType") || parameters.has("HostPolicy")) {
            refuse(parameters.has("SourceType") ? "SourceType" : "HostPolicy", "Only a CNAME record has one.");
        }
        return;
    }
    if (!parameters.text("SourceType").empty() || !record.contains(u"RecordSourceType"_s)) {
        const std::string source = parameters.text("SourceType");
        record.insert(u"RecordSourceType"_s, source.empty() ? u"Domain"_s : toQt(source));
    }
    if (parameters.has("HostPolicy")) {
        record.insert(u"HostPolicy"_s, toQt(parameters.text("HostPolicy")));
    }
    if (parameters.has("AuthConf")) {
        const QJsonObject authorization = capitalised(jsonObject(parameters.text("AuthConf")));
        checkAuthorization(authorization, record.value(u"RecordSourceType"_s).toString());
        record.insert(u"AuthConf"_s, authorization);
    }
}

void applyProxy(QJsonObject& record, const ApiParameters& parameters) {
    checkOneOf(parameters, "Proxied", {"true", "false"});
    checkOneOf(parameters, "BizName", {"web", "api", "image_video"});
    if (parameters.has("Proxied")) {
        record.insert(u"Proxied"_s, parameters.flag("Proxied"));
    }
    if (parameters.has("BizName")) {
        record.insert(u"BizName"_s, toQt(parameters.text("BizName")));
    }
    const QString type = record.value(u"RecordType"_s).toString();
    const bool proxied = record.value(u"Proxied"_s).toBool();
    if (proxied && type != u"CNAME"_s && type != u"A/AAAA"_s) {
        refuse("Proxied", "Only A/AAAA and CNAME records can be proxied.");
    }
    if (proxied && !record.contains(u"BizName"_s)) {
        missing("BizName");
    }
    if (!proxied && parameters.has("SourceType") && record.value(u"RecordSourceType"_s) != u"Domain"_s) {
        refuse("Proxied", "A record with a source must be proxied.");
    }
}

} // namespace

void applyRecord(QJsonObject& record, const ApiParameters& parameters) {
    checkOneOf(parameters, "Type",
        {"A/AAAA", "CNAME", "TXT", "NS", "MX", "SRV", "CAA", "CERT", "SMIMEA", "SSHFP", "TLSA", "URI"});
    if (parameters.has("Type")) {
        record.insert(u"RecordType"_s, toQt(parameters.text("Type")));
    }
    record.insert(u"Data"_s, dataOf(parameters, record.value(u"RecordType"_s).toString()));
    const long long life = parameters.integer("Ttl", record.value(u"Ttl"_s).toInteger(1));
    if (life != 1 && (life < 30 || life > 86'400)) {
        refuse("Ttl", "Ttl is 1 or from 30 to 86,400.");
    }
    record.insert(u"Ttl"_s, life);
    if (toQt(parameters.text("Comment")).size() > longestComment) {
        refuse("Comment", "A comment has no more than 100 characters.");
    }
    if (parameters.has("Comment")) {
        record.insert(u"Comment"_s, toQt(parameters.text("Comment")));
    }
    applySource(record, parameters);
    applyProxy(record, parameters);
    record.insert(u"UpdateTime"_s, isoNow());
}

} // namespace miaobu::emulator
