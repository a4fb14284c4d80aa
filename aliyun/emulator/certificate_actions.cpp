#include "aliyun/emulator/certificate_text.h"
#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/hostname_state.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/name_match.h"
#include "aliyun/emulator/page.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr int freeQuota = 10;
const QString timeForm = u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s;

QString namesOf(const QJsonObject& certificate) {
    return certificate.value(u"SAN"_s).toString();
}

bool isFree(const QJsonObject& certificate) {
    return certificate.value(u"Type"_s) == u"free"_s;
}

QJsonObject shownCertificate(const EsaState& state, const QJsonObject& certificate) {
    QJsonObject answer = shown(certificate);
    if (!isFree(certificate)) {
        return answer;
    }
    const QString host = certificate.value(u"CommonName"_s).toString();
    const QJsonObject orders = ordersFor(state, host);
    const bool settled = hasSettled(state, certificate.value(u"createdAt"_s).toInteger());
    const QString status = orders.value(u"certStatus"_s).toString(settled ? u"OK"_s : u"Applying"_s);
    answer.insert(u"Status"_s, status);
    answer.insert(u"ApplyMessage"_s, orders.value(u"certMessage"_s).toString());
    if (status != "OK"_L1) {
        answer.insert(u"DCV"_s,
            QJsonArray{QJsonObject{{u"Id"_s, certificate.value(u"Id"_s)}, {u"Type"_s, u"DNS"_s},
                {u"Key"_s, u"_acme-challenge."_s + host}, {u"Value"_s, certificate.value(u"Id"_s)},
                {u"Status"_s, u"pending"_s}}});
    }
    return answer;
}

QJsonObject existingCertificate(const EsaState& state, const ApiParameters& parameters) {
    const QJsonValue site = existingSite(state, parameters).value(u"SiteId"_s);
    const auto certificate = state.certificates.find(parameters.text("Id"));
    if (!certificate || certificate->value(u"site"_s) != site) {
        throw ServiceFault{404, "CertificateNotFound", "The specified certificate does not exist."};
    }
    return *certificate;
}

QList<QJsonObject> certificatesOf(const EsaState& state, const QJsonValue& site) {
    QList<QJsonObject> certificates;
    for (const auto& [id, certificate] : state.certificates.all()) {
        if (certificate.value(u"site"_s) == site) {
            certificates.append(certificate);
        }
    }
    return certificates;
}

QJsonObject withSite(QJsonObject answer, const QJsonObject& site) {
    answer.insert(u"SiteId"_s, site.value(u"SiteId"_s));
    answer.insert(u"SiteName"_s, site.value(u"SiteName"_s));
    return answer;
}

QJsonObject addFree(EsaState& state, const QJsonObject& site, const std::string& domain) {
    const std::string bare = domain.starts_with("*.") ? domain.substr(2) : domain;
    const std::string siteName = toStd(site.value(u"SiteName"_s).toString());
    if (!isHostName(bare) || (bare != siteName && !bare.ends_with("." + siteName))) {
        throw ServiceFault{400, "InvalidDomains", "A certificate is for host names of the site."};
    }
    const std::string id = "free-" + std::to_string(state.nextId());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QJsonObject certificate{{u"Id"_s, toQt(id)}, {u"Name"_s, toQt(domain)}, {u"Type"_s, u"free"_s},
        {u"CommonName"_s, toQt(domain)}, {u"SAN"_s, toQt(domain)}, {u"Issuer"_s, u"Emulator"_s},
        {u"NotBefore"_s, now.toString(timeForm)}, {u"NotAfter"_s, now.addDays(90).toString(timeForm)},
        {u"CreateTime"_s, isoNow()}, {u"UpdateTime"_s, isoNow()}, {u"site"_s, site.value(u"SiteId"_s)},
        {u"createdAt"_s, millisecondsNow()}};
    state.certificates.put(id, certificate);
    return {{u"Domain"_s, toQt(domain)}, {u"Id"_s, toQt(id)}, {u"Status"_s, u"Applying"_s}};
}

QJsonObject apply(EsaState& state, const ApiParameters& parameters) {
    const QJsonObject site = existingSite(state, parameters);
    checkOneOf(parameters, "Type", {"lets_encrypt", "digicert_single", "digicert_wildcard"});
    QJsonArray results;
    const std::string domains = lowerCase(parameters.text("Domains"));
    for (const std::string_view domain : split(domains, ',')) {
        results.append(addFree(state, site, std::string(trimmed(domain))));
    }
    return withSite({{u"Result"_s, results}, {u"TotalCount"_s, results.size()}}, site);
}

QJsonObject list(EsaState& state, const ApiParameters& parameters) {
    const QJsonObject site = existingSite(state, parameters);
    const Page page = pageOf(parameters, 20, 500);
    QList<QJsonObject> certificates;
    for (const QJsonObject& certificate : certificatesOf(state, site.value(u"SiteId"_s))) {
        const QJsonObject answer = shownCertificate(state, certificate);
        const bool found = namesOf(certificate).contains(toQt(parameters.text("Keyword")));
        if (found && (!parameters.flag("ValidOnly") || answer.value(u"Status"_s) == u"OK"_s)) {
            certificates.append(answer);
        }
    }
    return withSite(pageAnswer(u"Result"_s, certificates, page), site);
}

QJsonObject get(EsaState& state, const ApiParameters& parameters) {
    const QJsonObject certificate = existingCertificate(state, parameters);
    const QJsonObject answer = shownCertificate(state, certificate);
    return withSite({{u"Certificate"_s, certificate.value(u"pem"_s).toString()}, {u"Result"_s, answer},
                        {u"Status"_s, answer.value(u"Status"_s)}},
        existingSite(state, parameters));
}

QJsonObject set(EsaState& state, const ApiParameters& parameters) {
    const QJsonObject site = existingSite(state, parameters);
    checkOneOf(parameters, "Type", {"cas", "upload", "keyless"});
    const std::string type = parameters.text("Type");
    const std::string id = parameters.has("Id")
        ? toStd(existingCertificate(state, parameters).value(u"Id"_s).toString())
        : type + "-" + std::to_string(state.nextId());
    QJsonObject certificate{{u"Id"_s, toQt(id)}, {u"Name"_s, toQt(parameters.text("Name"))}, {u"Type"_s, toQt(type)},
        {u"Status"_s, u"OK"_s}, {u"CreateTime"_s, isoNow()}, {u"UpdateTime"_s, isoNow()},
        {u"site"_s, site.value(u"SiteId"_s)}};
    if (type == "upload") {
        const CertificateFacts facts = readCertificate(parameters.text("Certificate"), parameters.text("PrivateKey"));
        certificate.insert(u"CommonName"_s, facts.commonName);
        certificate.insert(u"SAN"_s, facts.names.join(u','));
        certificate.insert(u"Issuer"_s, facts.issuer);
        certificate.insert(u"NotBefore"_s, facts.notBefore.toString(timeForm));
        certificate.insert(u"NotAfter"_s, facts.notAfter.toString(timeForm));
        certificate.insert(u"FingerprintSha256"_s, facts.fingerprint);
        certificate.insert(u"SerialNumber"_s, facts.serialNumber);
        certificate.insert(u"pem"_s, toQt(parameters.text("Certificate")));
    } else if (type == "cas") {
        if (parameters.integer("CasId", 0) <= 0) {
            throw ServiceFault{400, "MissingCasId", "CasId is mandatory for this action."};
        }
        certificate.insert(u"CasId"_s, toQt(parameters.text("CasId")));
        certificate.insert(u"Region"_s, toQt(parameters.text("Region")));
    }
    state.certificates.put(id, certificate);
    return {{u"Id"_s, toQt(id)}};
}

QJsonObject remove(EsaState& state, const ApiParameters& parameters) {
    const QJsonObject certificate = existingCertificate(state, parameters);
    state.certificates.remove(parameters.text("Id"));
    return withSite({{u"Id"_s, certificate.value(u"Id"_s)}}, existingSite(state, parameters));
}

bool covers(const QString& names, const QString& host) {
    const QStringList list = names.split(u',');
    return std::any_of(list.begin(), list.end(), [&host](const QString& name) {
        const bool wild = name.startsWith("*."_L1) && host.section(u'.', 1) == name.mid(2);
        return name == host || wild;
    });
}

QJsonObject listByRecord(EsaState& state, const ApiParameters& parameters) {
    const QJsonObject site = existingSite(state, parameters);
    QJsonArray results;
    const std::string given = lowerCase(parameters.text("RecordName"));
    for (const std::string_view name : split(given, ',')) {
        QJsonArray good;
        int applying = 0;
        for (const QJsonObject& certificate : certificatesOf(state, site.value(u"SiteId"_s))) {
            const QJsonObject answer = shownCertificate(state, certificate);
            const bool fits = covers(namesOf(certificate), toQt(name));
            applying += fits && answer.value(u"Status"_s) == u"Applying"_s ? 1 : 0;
            if (fits && answer.value(u"Status"_s) == u"OK"_s) {
                good.append(answer);
            }
        }
        const QString status = !good.isEmpty() ? u"configured"_s : applying > 0 ? u"applying"_s : u"none"_s;
        results.append(QJsonObject{{u"RecordName"_s, toQt(name)}, {u"Status"_s, status}, {u"Count"_s, good.size()},
            {u"ApplylingCount"_s, applying}, {u"Certificates"_s, parameters.flag("Detail") ? good : QJsonArray()}});
    }
    return withSite({{u"Result"_s, results}, {u"TotalCount"_s, results.size()}}, site);
}

QJsonObject getQuota(EsaState& state, const ApiParameters& parameters) {
    checkOneOf(parameters, "Type", {"free"});
    const QJsonObject site = existingSite(state, parameters);
    const QList<QJsonObject> all = certificatesOf(state, site.value(u"SiteId"_s));
    const auto used = std::count_if(all.begin(), all.end(), isFree);
    return {{u"Quota"_s, freeQuota}, {u"QuotaUsage"_s, static_cast<qint64>(used)}, {u"Type"_s, u"free"_s},
        {u"SiteUsage"_s,
            QJsonArray{QJsonObject{{u"SiteId"_s, QString::number(site.value(u"SiteId"_s).toInteger())},
                {u"SiteName"_s, site.value(u"SiteName"_s)}, {u"SiteUsage"_s, static_cast<qint64>(used)}}}}};
}

} // namespace

std::vector<ApiAction> certificateActions() {
    const ApiParameter site{"SiteId", true};
    const ApiParameter id{"Id", true};
    return {
        {esaVersion, "ApplyCertificate", "POST", {site, {"Domains", true}, {"Type"}}, onEsa<apply>},
        {esaVersion, "ListCertificates", "POST", {site, {"Keyword"}, {"ValidOnly"}, {"PageNumber"}, {"PageSize"}},
            onEsa<list>},
        {esaVersion, "GetCertificate", "POST", {site, id}, onEsa<get>},
        {esaVersion, "SetCertificate", "POST",
            {site, {"Type", true}, {"Id"}, {"Name"}, {"Certificate"}, {"PrivateKey"}, {"CasId"}, {"Region"},
                {"KeyServerId"}, {"OwnerId"}},
            onEsa<set>},
        {esaVersion, "DeleteCertificate", "GET", {site, id}, onEsa<remove>},
        {esaVersion, "ListCertificatesByRecord", "POST", {site, {"RecordName", true}, {"ValidOnly"}, {"Detail"}},
            onEsa<listByRecord>},
        {esaVersion, "GetCertificateQuota", "GET", {site, {"Type", true}}, onEsa<getQuota>},
    };
}

} // namespace miaobu::emulator
