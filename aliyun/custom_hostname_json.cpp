#include "aliyun/custom_hostname_json.h"

#include "aliyun/wire/json_number.h"

#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

template <typename Value> struct Word {
    QLatin1StringView text;
    Value value;
};

using State = CustomHostname::State;
using Conflict = CustomHostname::Conflict;
using Reason = CustomHostname::OfflineReason;
using Certificate = CustomHostname::Certificate;

constexpr std::array states{
    Word<State>{QLatin1StringView("pending"), State::Pending},
    Word<State>{QLatin1StringView("configuring"), State::Configuring},
    Word<State>{QLatin1StringView("active"), State::Active},
    Word<State>{QLatin1StringView("conflicted"), State::Conflicted},
    Word<State>{QLatin1StringView("offline"), State::Offline},
};

constexpr std::array conflicts{
    Word<Conflict>{QLatin1StringView(""), Conflict::None},
    Word<Conflict>{QLatin1StringView("existing_custom_hostname"), Conflict::CustomHostname},
    Word<Conflict>{QLatin1StringView("existing_record"), Conflict::Record},
    Word<Conflict>{QLatin1StringView("existing_load_balancer"), Conflict::LoadBalancer},
    Word<Conflict>{QLatin1StringView("existing_origin_pool"), Conflict::OriginPool},
    Word<Conflict>{QLatin1StringView("existing_site"), Conflict::Site},
};

constexpr std::array reasons{
    Word<Reason>{QLatin1StringView(""), Reason::None},
    Word<Reason>{QLatin1StringView("expiration_arrears"), Reason::Arrears},
    Word<Reason>{QLatin1StringView("internally_disabled"), Reason::DisabledInternally},
    Word<Reason>{QLatin1StringView("missing_icp"), Reason::IcpMissing},
    Word<Reason>{QLatin1StringView("content_violation"), Reason::ContentViolation},
    Word<Reason>{QLatin1StringView("proactively_disabled"), Reason::DisabledByOwner},
};

constexpr std::array certificates{
    Word<Certificate>{QLatin1StringView(""), Certificate::None},
    Word<Certificate>{QLatin1StringView("Applying"), Certificate::Applying},
    Word<Certificate>{QLatin1StringView("OK"), Certificate::Issued},
    Word<Certificate>{QLatin1StringView("ApplyFailed"), Certificate::Failed},
    Word<Certificate>{QLatin1StringView("Expiring"), Certificate::Expiring},
    Word<Certificate>{QLatin1StringView("Expired"), Certificate::Expired},
};

// A word that is not known goes to \a details, so that a person can read it.
template <typename Value> Value valueOf(std::span<const Word<Value>> words, const QString& text, QStringList& details) {
    for (const Word<Value>& word : words) {
        if (text.compare(word.text, Qt::CaseInsensitive) == 0) {
            return word.value;
        }
    }
    details.append(text);
    return Value::Other;
}

} // namespace

CustomHostname customHostnameFromJson(const QJsonObject& json) {
    const auto text = [&json](QLatin1StringView name) { return json.value(name).toString(); };
    QStringList details;
    CustomHostname host;
    host.id = wholeNumber(json.value("HostnameId"_L1), u"HostnameId"_s);
    host.host = text("Hostname"_L1);
    host.state = valueOf<State>(states, text("Status"_L1), details);
    host.conflict = valueOf<Conflict>(conflicts, text("ConflictWith"_L1), details);
    host.offlineReason = valueOf<Reason>(reasons, text("OfflineReason"_L1), details);
    host.verificationHost = text("VerifyHost"_L1);
    host.verificationText = text("VerifyCode"_L1);
    if (json.contains("RecordId"_L1)) {
        host.recordId = wholeNumber(json.value("RecordId"_L1), u"RecordId"_s);
    }
    const bool isSwitchedOff = text("SslFlag"_L1) == "off"_L1;
    host.certificate
        = isSwitchedOff ? Certificate::None : valueOf<Certificate>(certificates, text("CertStatus"_L1), details);
    host.certificateExpiry = QDateTime::fromString(text("CertNotAfter"_L1), Qt::ISODate).toUTC();
    if (host.certificate == Certificate::Failed && !text("CertApplyMessage"_L1).isEmpty()) {
        details.append(text("CertApplyMessage"_L1));
    }
    host.detail = details.join(u", "_s);
    return host;
}

} // namespace miaobu::aliyun
