#include "aliyun/emulator/certificate_text.h"
#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/hostname_state.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/name_match.h"
#include "aliyun/emulator/page.h"

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

void require(const ApiParameters& parameters, const std::string& name) {
    if (parameters.text(name).empty()) {
        throw ServiceFault{400, "Missing" + name, name + " is mandatory for this action."};
    }
}

QJsonObject existingHostname(const EsaState& state, const ApiParameters& parameters) {
    const auto hostname = state.hostnames.find(idName(parameters.integer("HostnameId", 0)));
    if (!hostname) {
        throw ServiceFault{404, "CustomHostname.NotFound", "The specified custom hostname does not exist."};
    }
    return *hostname;
}

void save(EsaState& state, QJsonObject hostname) {
    hostname.insert(u"UpdateTime"_s, isoNow());
    state.hostnames.put(idName(hostname.value(u"HostnameId"_s).toInteger()), hostname);
}

void applyRecordOf(const EsaState& state, QJsonObject& hostname, const ApiParameters& parameters) {
    const auto record = state.records.find(idName(parameters.integer("RecordId", 0)));
    if (!record || record->value(u"SiteId"_s) != hostname.value(u"SiteId"_s)) {
        throw ServiceFault{404, "RecordNotFound", "The specified record does not exist."};
    }
    if (!record->value(u"Proxied"_s).toBool()) {
        throw ServiceFault{400, "InvalidRecordId", "The record of a custom hostname must be proxied."};
    }
    hostname.insert(u"RecordId"_s, record->value(u"RecordId"_s));
    hostname.insert(u"RecordName"_s, record->value(u"RecordName"_s));
}

void applyCertificate(QJsonObject& hostname, const ApiParameters& parameters) {
    checkOneOf(parameters, "SslFlag", {"on", "off"});
    checkOneOf(parameters, "CertType", {"free", "upload", "cas"});
    if (parameters.has("SslFlag")) {
        hostname.insert(u"SslFlag"_s, toQt(parameters.text("SslFlag")));
    }
    const bool on = hostname.value(u"SslFlag"_s) == u"on"_s;
    if (on && !hostname.contains(u"CertType"_s)) {
        require(parameters, "CertType");
    }
    const std::string type = parameters.text("CertType");
    if (!on || type.empty()) {
        return;
    }
    for (const QString& member : {u"Certificate"_s, u"PrivateKey"_s, u"CasId"_s, u"CertNotAfter"_s}) {
        hostname.remove(member);
    }
    if (type == "upload") {
        require(parameters, "Certificate");
        require(parameters, "PrivateKey");
        const CertificateFacts facts = readCertificate(parameters.text("Certificate"), parameters.text("PrivateKey"));
        hostname.insert(u"Certificate"_s, toQt(parameters.text("Certificate")));
        hostname.insert(u"PrivateKey"_s, toQt(parameters.text("PrivateKey")));
        hostname.insert(u"CertNotAfter"_s, facts.notAfter.toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s));
    } else if (type == "cas") {
        require(parameters, "CasId");
        require(parameters, "CasRegion");
        checkOneOf(parameters, "CasRegion", {"cn-hangzhou", "ap-southeast-1"});
        hostname.insert(u"CasId"_s, parameters.integer("CasId", 0));
    }
    hostname.insert(u"CertType"_s, toQt(type));
    hostname.insert(u"certificateAt"_s, millisecondsNow());
}

QJsonObject createHostname(EsaState& state, const ApiParameters& parameters) {
    const QJsonObject site = existingSite(state, parameters);
    const std::string host = lowerCase(parameters.text("Hostname"));
    if (!isHostName(host) || host.find('.') == std::string::npos) {
        throw ServiceFault{400, "InvalidHostname", "The specified hostname is malformed."};
    }
    for (const auto& [id, other] : state.hostnames.all()) {
        if (other.value(u"Hostname"_s) == toQt(host)) {
            throw ServiceFault{400, "CustomHostname.AlreadyExist", "The specified hostname exists already."};
        }
    }
    if (site.value(u"Coverage"_s) != u"overseas"_s && ordersFor(state, toQt(host)).value(u"icp"_s) == u"missing"_s) {
        throw ServiceFault{400, "InvalidICP", "The hostname has no ICP filing."};
    }
    const long long id = state.nextId();
    QJsonObject hostname{{u"HostnameId"_s, id}, {u"Hostname"_s, toQt(host)}, {u"SiteId"_s, site.value(u"SiteId"_s)},
        {u"SiteName"_s, site.value(u"SiteName"_s)}, {u"CreateTime"_s, isoNow()}, {u"createdAt"_s, millisecondsNow()},
        {u"VerifyHost"_s, u"_esa_custom_hostname."_s + toQt(host)}, {u"VerifyCode"_s, toQt("verify_" + randomHex(16))}};
    applyRecordOf(state, hostname, parameters);
    applyCertificate(hostname, parameters);
    save(state, hostname);
    return {{u"HostnameId"_s, id}, {u"Hostname"_s, toQt(host)}};
}

QJsonObject getHostname(EsaState& state, const ApiParameters& parameters) {
    return {{u"CustomHostnameModel"_s, hostnameModel(state, existingHostname(state, parameters))}};
}

QJsonObject listHostnames(EsaState& state, const ApiParameters& parameters) {
    const QJsonValue site = existingSite(state, parameters).value(u"SiteId"_s);
    checkOneOf(parameters, "NameMatchType", {"exact", "prefix", "suffix", "fuzzy"});
    const std::string way = parameters.has("NameMatchType") ? parameters.text("NameMatchType") : "exact";
    const Page page = pageOf(parameters, 500, 500);
    QList<QJsonObject> hostnames;
    for (const auto& [id, hostname] : state.hostnames.all()) {
        QJsonObject model = hostnameModel(state, hostname);
        const bool named = !parameters.has("Hostname")
            || matchesName(toStd(model.value(u"Hostname"_s).toString()), lowerCase(parameters.text("Hostname")), way);
        const bool recorded = !parameters.has("RecordId")
            || model.value(u"RecordId"_s).toInteger() == parameters.integer("RecordId", 0);
        const bool inState = !parameters.has("Status") || model.value(u"Status"_s) == toQt(parameters.text("Status"));
        if (hostname.value(u"SiteId"_s) == site && named && recorded && inState) {
            for (const QString& member : {u"Certificate"_s, u"PrivateKey"_s, u"CasId"_s, u"CertId"_s}) {
                model.remove(member);
            }
            hostnames.append(model);
        }
    }
    return pageAnswer(u"Hostnames"_s, hostnames, page);
}

QJsonObject updateHostname(EsaState& state, const ApiParameters& parameters) {
    QJsonObject hostname = existingHostname(state, parameters);
    if (parameters.has("RecordId")) {
        applyRecordOf(state, hostname, parameters);
    }
    applyCertificate(hostname, parameters);
    save(state, hostname);
    return {};
}

QJsonObject verifyHostname(EsaState& state, const ApiParameters& parameters) {
    QJsonObject hostname = existingHostname(state, parameters);
    const QString status = hostnameStatus(state, hostname);
    if (status == "conflicted"_L1 || !isVerifiable(state, hostname)) {
        const QJsonObject orders = ordersFor(state, hostname.value(u"Hostname"_s).toString());
        // The service says no in either way, with HTTP 200.
        return orders.value(u"verification"_s) == u"fails-with-code"_s
            ? QJsonObject{{u"Code"_s, u"CustomHostname.VerifyUnpassed"_s},
                  {u"Message"_s, u"The hostname is not verified."_s}}
            : QJsonObject{{u"Passed"_s, false}};
    }
    if (!hostname.contains(u"verifiedAt"_s)) {
        hostname.insert(u"verifiedAt"_s, millisecondsNow());
        save(state, hostname);
    }
    return {{u"Passed"_s, true}};
}

QJsonObject applyForCertificate(EsaState& state, const ApiParameters& parameters) {
    QJsonObject hostname = existingHostname(state, parameters);
    if (hostname.value(u"SslFlag"_s) != u"on"_s || hostname.value(u"CertType"_s) != u"free"_s) {
        throw ServiceFault{400, "InvalidCertType", "Only a free certificate can be applied for."};
    }
    hostname.insert(u"certificateAt"_s, millisecondsNow());
    save(state, hostname);
    return {};
}

QJsonObject deleteHostname(EsaState& state, const ApiParameters& parameters) {
    state.hostnames.remove(idName(existingHostname(state, parameters).value(u"HostnameId"_s).toInteger()));
    return {};
}

} // namespace

std::vector<ApiAction> hostnameActions() {
    const ApiParameter site{"SiteId", true};
    const ApiParameter hostname{"HostnameId", true};
    return {
        {esaVersion, "CreateCustomHostname", "POST",
            {site, {"Hostname", true}, {"RecordId", true}, {"SslFlag", true}, {"CertType"}, {"Certificate"},
                {"PrivateKey"}, {"CasId"}, {"CasRegion"}},
            onEsa<createHostname>},
        {esaVersion, "GetCustomHostname", "POST", {hostname}, onEsa<getHostname>},
        {esaVersion, "ListCustomHostnames", "POST",
            {site, {"Hostname"}, {"NameMatchType"}, {"RecordId"}, {"Status"}, {"PageNumber"}, {"PageSize"}},
            onEsa<listHostnames>},
        {esaVersion, "UpdateCustomHostname", "POST",
            {hostname, {"RecordId"}, {"SslFlag"}, {"CertType"}, {"Certificate"}, {"PrivateKey"}, {"CasId"},
                {"CasRegion"}},
            onEsa<updateHostname>},
        {esaVersion, "VerifyCustomHostname", "POST", {hostname}, onEsa<verifyHostname>},
        {esaVersion, "ApplyCustomHostnameCertificate", "POST", {hostname}, onEsa<applyForCertificate>},
        {esaVersion, "DeleteCustomHostname", "POST", {hostname}, onEsa<deleteHostname>},
    };
}

} // namespace miaobu::emulator
