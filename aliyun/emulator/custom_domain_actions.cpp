#include "aliyun/emulator/function_world.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/roa_action.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

void checkCertificate(const QJsonObject& input) {
    const QString protocol = input.value("protocol"_L1).toString();
    if (protocol != "HTTP"_L1 && protocol != "HTTPS"_L1 && protocol != "HTTP,HTTPS"_L1) {
        throw invalidArgument("protocol must be HTTP, HTTPS or HTTP,HTTPS");
    }
    const QJsonObject certificate = input.value("certConfig"_L1).toObject();
    const bool complete = certificate.value("certificate"_L1).toString().contains("BEGIN CERTIFICATE"_L1)
        && certificate.value("privateKey"_L1).toString().contains("BEGIN RSA PRIVATE KEY"_L1);
    if (protocol.contains("HTTPS"_L1) && !complete) {
        throw invalidArgument("certConfig must have a PEM certificate and an RSA private key in PKCS#1");
    }
}

void checkRoutes(const FunctionWorld& world, const QJsonObject& input) {
    for (const QJsonValue& route : input.value("routeConfig"_L1).toObject().value("routes"_L1).toArray()) {
        if (!route[u"path"_s].toString().startsWith(u'/')) {
            throw invalidArgument("the path of a route must begin with /");
        }
        static_cast<void>(
            functionAt(world, toStd(route[u"functionName"_s].toString()), toStd(route[u"qualifier"_s].toString())));
    }
}

QJsonObject domainNamed(const RoaCall& call) {
    const auto domain = call.world.functions.domains.find(call.name("domainName"));
    if (!domain) {
        throw ServiceFault{404, "DomainNameNotFound", "domain name '" + call.name("domainName") + "' does not exist"};
    }
    return *domain;
}

/// The private key is taken and never told.
QJsonObject answerOf(QJsonObject domain) {
    QJsonObject certificate = domain.value("certConfig"_L1).toObject();
    certificate.remove("privateKey"_L1);
    if (!certificate.isEmpty()) {
        domain.insert("certConfig"_L1, certificate);
    }
    return domain;
}

RoaAnswer createCustomDomain(const RoaCall& call) {
    static const QRegularExpression shape(u"^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z0-9-]+$"_s);
    FunctionWorld& world = call.world.functions;
    const std::lock_guard lock(world.changes);
    const QString name = call.body.value("domainName"_L1).toString();
    if (!shape.match(name).hasMatch() || name.size() > 253) {
        throw invalidArgument("domainName '" + toStd(name) + "' is not a valid domain name");
    }
    checkCertificate(call.body);
    checkRoutes(world, call.body);
    const QString now = timeStamp();
    QJsonObject domain{{u"domainName"_s, name}, {u"accountId"_s, toQt(call.world.credentials.accountId())},
        {u"apiVersion"_s, toQt(functionVersion)}, {u"protocol"_s, call.body.value("protocol"_L1)},
        {u"routeConfig"_s, call.body.value("routeConfig"_L1).toObject()}, {u"createdTime"_s, now},
        {u"lastModifiedTime"_s, now}, {u"subdomainCount"_s, u"0"_s}};
    if (call.body.contains("certConfig"_L1)) {
        domain.insert("certConfig"_L1, call.body.value("certConfig"_L1));
    }
    if (!world.domains.add(toStd(name), domain)) {
        throw ServiceFault{409, "CustomDomainAlreadyExists", "custom domain '" + toStd(name) + "' already exists"};
    }
    return {answerOf(domain)};
}

RoaAnswer updateCustomDomain(const RoaCall& call) {
    FunctionWorld& world = call.world.functions;
    const std::lock_guard lock(world.changes);
    QJsonObject domain = domainNamed(call);
    for (const QLatin1StringView member : {"protocol"_L1, "certConfig"_L1, "routeConfig"_L1}) {
        if (call.body.contains(member)) {
            domain.insert(member, call.body.value(member));
        }
    }
    checkCertificate(domain);
    checkRoutes(world, domain);
    domain.insert("lastModifiedTime"_L1, timeStamp());
    world.domains.put(call.name("domainName"), domain);
    return {answerOf(domain)};
}

RoaAnswer getCustomDomain(const RoaCall& call) {
    return {answerOf(domainNamed(call))};
}

RoaAnswer listCustomDomains(const RoaCall& call) {
    std::vector<std::pair<std::string, QJsonObject>> found;
    for (const auto& [name, domain] : call.world.functions.domains.all(call.query("prefix"))) {
        found.emplace_back(name, answerOf(domain));
    }
    const RoaPage page = pageOf(call, found);
    QJsonArray list;
    for (const QJsonObject& domain : page.records) {
        list.append(domain);
    }
    QJsonObject answer{{u"customDomains"_s, list}};
    if (!page.nextToken.empty()) {
        answer.insert(u"nextToken"_s, toQt(page.nextToken));
    }
    return {answer};
}

RoaAnswer deleteCustomDomain(const RoaCall& call) {
    const std::lock_guard lock(call.world.functions.changes);
    static_cast<void>(domainNamed(call));
    call.world.functions.domains.remove(call.name("domainName"));
    return {{}, 204};
}

} // namespace

std::vector<RoaAction> customDomainActions() {
    constexpr std::string_view all = "/2023-03-30/custom-domains";
    constexpr std::string_view one = "/2023-03-30/custom-domains/{domainName}";
    return {
        {functionVersion, "CreateCustomDomain", "POST", all, {}, createCustomDomain},
        {functionVersion, "ListCustomDomains", "GET", all, {"prefix", "limit", "nextToken"}, listCustomDomains},
        {functionVersion, "GetCustomDomain", "GET", one, {}, getCustomDomain},
        {functionVersion, "UpdateCustomDomain", "PUT", one, {}, updateCustomDomain},
        {functionVersion, "DeleteCustomDomain", "DELETE", one, {}, deleteCustomDomain},
    };
}

} // namespace miaobu::emulator
