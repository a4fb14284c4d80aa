#include "aliyun/emulator/form_policy.h"

#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/service_fault.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

[[noreturn]] void denied(const std::string& why) {
    throw ServiceFault{403, "AccessDenied", "Invalid according to Policy: " + why, {{"EC", "0007-00000010"}}};
}

[[noreturn]] void malformed(const std::string& why) {
    throw ServiceFault{400, "InvalidPolicyDocument", "Invalid Policy: " + why, {{"EC", "0007-00000001"}}};
}

bool holds(const QString& relation, const std::string& value, const QJsonValue& wanted) {
    if (relation == "eq"_L1) {
        return value == toStd(wanted.toString());
    }
    if (relation == "starts-with"_L1) {
        return value.starts_with(toStd(wanted.toString()));
    }
    if (relation == "in"_L1 || relation == "not-in"_L1) {
        return wanted.toArray().contains(toQt(value)) == (relation == "in"_L1);
    }
    malformed("unknown relation.");
}

/// With milliseconds or without.
std::optional<SystemTime> expirationOf(const QJsonObject& policy) {
    const std::string text = toStd(policy.value(u"expiration"_s).toString());
    const std::size_t point = text.find('.');
    return fromIsoDate(point == std::string::npos ? text : text.substr(0, point) + "Z");
}

void checkLength(const QJsonArray& condition, std::uint64_t size) {
    const auto least = static_cast<std::uint64_t>(condition.at(1).toInteger());
    const auto most = static_cast<std::uint64_t>(condition.at(2).toInteger());
    if (size < least) {
        throw ServiceFault{400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size.", {}};
    }
    if (size > most) {
        throw ServiceFault{400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size.", {}};
    }
}

void check(const QJsonArray& condition, const std::map<std::string, std::string>& fields, std::uint64_t size) {
    const QString relation = condition.at(0).toString();
    if (condition.size() != 3) {
        malformed("a condition has three elements.");
    }
    if (relation == "content-length-range"_L1) {
        checkLength(condition, size);
        return;
    }
    const QString name = condition.at(1).toString();
    const auto field = fields.find(lowerCase(toStd(name.mid(name.startsWith(u'$') ? 1 : 0))));
    if (field == fields.end() || !holds(relation, field->second, condition.at(2))) {
        denied("Policy Condition failed: " + QJsonDocument(condition).toJson(QJsonDocument::Compact).toStdString());
    }
}

} // namespace

void checkFormPolicy(const std::string& policy, const std::map<std::string, std::string>& fields, std::uint64_t size) {
    const QJsonObject document = jsonObject(fromBase64(policy));
    const auto expiration = expirationOf(document);
    if (!expiration || !document.value(u"conditions"_s).isArray()) {
        malformed("expiration or conditions are missing.");
    }
    if (*expiration <= std::chrono::system_clock::now()) {
        denied("Policy expired.");
    }
    for (const QJsonValue& condition : document.value(u"conditions"_s).toArray()) {
        if (condition.isArray()) {
            check(condition.toArray(), fields, size);
            continue;
        }
        const QJsonObject equal = condition.toObject();
        for (auto member = equal.begin(); member != equal.end(); ++member) {
            check({u"eq"_s, member.key(), member.value()}, fields, size);
        }
    }
}

} // namespace miaobu::emulator
