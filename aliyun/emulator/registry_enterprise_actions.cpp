#include "aliyun/emulator/api_action.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/registry_world.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr std::size_t longestNamespace = 120;
constexpr std::size_t longestRepository = 64;

using Handler = QJsonObject (*)(ApiWorld&, const ApiParameters&);

QJsonObject describeInstance(const ApiWorld& world) {
    return {{u"InstanceId"_s, toQt(registryInstance)}, {u"InstanceName"_s, toQt(registryInstanceName)},
        {u"InstanceSpecification"_s, u"Enterprise_Basic"_s}, {u"InstanceStatus"_s, u"RUNNING"_s},
        {u"RegionId"_s, toQt(world.credentials.region())}};
}

QJsonObject listInstance(ApiWorld& world, const ApiParameters& parameters) {
    const std::string name = parameters.text("InstanceName");
    const std::string status = parameters.text("InstanceStatus");
    QJsonArray list;
    if ((name.empty() || name == registryInstanceName) && (status.empty() || status == "RUNNING")) {
        list.append(describeInstance(world));
    }
    return {{u"Instances"_s, list}, {u"TotalCount"_s, list.size()}, {u"PageNo"_s, 1}, {u"PageSize"_s, 30}};
}

QJsonObject getInstance(ApiWorld& world, const ApiParameters&) {
    return describeInstance(world);
}

QJsonArray domains(const ApiWorld& world) {
    return {QJsonObject{{u"Domain"_s, toQt(registryHost(world.registry))}, {u"Type"_s, u"SYSTEM"_s}}};
}

QJsonObject getInstanceEndpoint(ApiWorld& world, const ApiParameters& parameters) {
    if (parameters.text("EndpointType") != "internet") {
        throw ServiceFault{400, "INVALID_PARAMETER", "EndpointType must be internet."};
    }
    return {{u"Domains"_s, domains(world)}, {u"Enable"_s, true}, {u"AclEnable"_s, false},
        {u"AclEntries"_s, QJsonArray()}, {u"Status"_s, u"RUNNING"_s}};
}

QJsonObject listInstanceEndpoint(ApiWorld& world, const ApiParameters&) {
    return {{u"Endpoints"_s,
        QJsonArray{QJsonObject{{u"EndpointType"_s, u"internet"_s}, {u"Domains"_s, domains(world)}, {u"Enable"_s, true},
            {u"AclEnable"_s, false}, {u"Status"_s, u"RUNNING"_s}}}}};
}

QJsonObject getAuthorizationToken(ApiWorld& world, const ApiParameters& parameters) {
    const long long hours = parameters.integer("ExpiresInHours", 1);
    if (hours < 1 || hours > 24) {
        throw ServiceFault{400, "INVALID_PARAMETER", "ExpiresInHours must be from 1 to 24."};
    }
    const RegistryLogin login = registryLogin(world.registry, std::chrono::hours(hours), parameters.caller().expires);
    return {{u"TempUsername"_s, toQt(login.user)}, {u"AuthorizationToken"_s, toQt(login.password)},
        {u"ExpireTime"_s, toMilliseconds(login.expires)}};
}

QJsonObject createNamespace(ApiWorld& world, const ApiParameters& parameters) {
    const std::string type = parameters.has("DefaultRepoType") ? parameters.text("DefaultRepoType") : "PRIVATE";
    createRegistryNamespace(world.registry, parameters.text("NamespaceName"), longestNamespace,
        {{u"autoCreate"_s, parameters.flag("AutoCreateRepo")}, {u"type"_s, toQt(type)}});
    return {};
}

QJsonObject getNamespace(ApiWorld& world, const ApiParameters& parameters) {
    const std::string name = parameters.text("NamespaceName");
    const QJsonObject record = registryNamespace(world.registry, name);
    return {{u"NamespaceName"_s, toQt(name)}, {u"NamespaceId"_s, toQt("crn-" + name)},
        {u"NamespaceStatus"_s, u"NORMAL"_s}, {u"AutoCreateRepo"_s, record.value(u"autoCreate"_s)},
        {u"DefaultRepoType"_s, record.value(u"type"_s)}, {u"InstanceId"_s, toQt(registryInstance)}};
}

QJsonObject deleteNamespace(ApiWorld& world, const ApiParameters& parameters) {
    deleteRegistryNamespace(world.registry, parameters.text("NamespaceName"));
    return {};
}

QJsonObject createRepositoryAction(ApiWorld& world, const ApiParameters& parameters) {
    const NewRepository wanted{parameters.text("RepoNamespaceName"), parameters.text("RepoName"),
        parameters.text("RepoType"), parameters.text("Summary"), parameters.text("Detail"),
        parameters.flag("TagImmutability")};
    return {{u"RepoId"_s, createRepository(world.registry, wanted, longestRepository).value(u"id"_s)}};
}

QJsonObject repositoryOf(ApiWorld& world, const ApiParameters& parameters) {
    if (parameters.has("RepoId")) {
        return repositoryWithId(world.registry, parameters.text("RepoId"));
    }
    return repositoryNamed(world.registry, parameters.text("RepoNamespaceName") + "/" + parameters.text("RepoName"));
}

std::string fullName(const QJsonObject& repository) {
    return toStd(repository.value(u"space"_s).toString() + u'/' + repository.value(u"name"_s).toString());
}

QJsonObject getRepository(ApiWorld& world, const ApiParameters& parameters) {
    const QJsonObject record = repositoryOf(world, parameters);
    return {{u"RepoId"_s, record.value(u"id"_s)}, {u"RepoName"_s, record.value(u"name"_s)},
        {u"RepoNamespaceName"_s, record.value(u"space"_s)}, {u"RepoType"_s, record.value(u"type"_s)},
        {u"RepoStatus"_s, u"NORMAL"_s}, {u"Summary"_s, record.value(u"summary"_s)},
        {u"Detail"_s, record.value(u"detail"_s)}, {u"TagImmutability"_s, record.value(u"fixedTags"_s)},
        {u"CreateTime"_s, record.value(u"created"_s)}, {u"InstanceId"_s, toQt(registryInstance)}};
}

QJsonObject deleteRepositoryAction(ApiWorld& world, const ApiParameters& parameters) {
    deleteRepository(world.registry, fullName(repositoryOf(world, parameters)));
    return {};
}

QJsonObject describeTag(const RegistryTag& tag) {
    return {{u"Tag"_s, toQt(tag.name)}, {u"Digest"_s, toQt(tag.digest)}, {u"ImageId"_s, toQt(tag.digest.substr(7))},
        {u"ImageSize"_s, static_cast<qint64>(tag.size)},
        {u"ImageCreate"_s, QString::number(toMilliseconds(tag.updated))},
        {u"ImageUpdate"_s, QString::number(toMilliseconds(tag.updated))}, {u"Status"_s, u"NORMAL"_s}};
}

QJsonObject listRepoTag(ApiWorld& world, const ApiParameters& parameters) {
    const auto tags = tagsOf(world.registry, fullName(repositoryOf(world, parameters)));
    const long long size = std::clamp(parameters.integer("PageSize", 30), 1LL, 100LL);
    const long long page = std::max(parameters.integer("PageNo", 1), 1LL);
    QJsonArray images;
    for (long long i = (page - 1) * size; i < page * size && i < static_cast<long long>(tags.size()); ++i) {
        images.append(describeTag(tags[static_cast<std::size_t>(i)]));
    }
    return {{u"Images"_s, images}, {u"TotalCount"_s, QString::number(tags.size())}, {u"PageNo"_s, page},
        {u"PageSize"_s, size}};
}

QJsonObject getRepoTag(ApiWorld& world, const ApiParameters& parameters) {
    return describeTag(tagNamed(world.registry, fullName(repositoryOf(world, parameters)), parameters.text("Tag")));
}

QJsonObject deleteRepoTag(ApiWorld& world, const ApiParameters& parameters) {
    deleteTag(world.registry, fullName(repositoryOf(world, parameters)), parameters.text("Tag"));
    return {};
}

/// As this service does it: what it cannot do is an answer with the status 200 too.
template <Handler handler> QJsonObject answering(ApiWorld& world, const ApiParameters& parameters) {
    try {
        if (parameters.has("InstanceId") && parameters.text("InstanceId") != registryInstance) {
            throw ServiceFault{404, "INSTANCE_NOT_EXIST", "instance is not exist."};
        }
        QJsonObject answer = handler(world, parameters);
        answer.insert(u"IsSuccess"_s, true);
        answer.insert(u"Code"_s, u"success"_s);
        return answer;
    } catch (const ServiceFault& fault) {
        if (fault.status >= 500) {
            throw;
        }
        return {{u"IsSuccess"_s, false}, {u"Code"_s, toQt(fault.code)}, {u"Message"_s, toQt(fault.message)}};
    }
}

} // namespace

std::vector<ApiAction> enterpriseRegistryActions() {
    constexpr std::string_view version = enterpriseRegistryVersion;
    const ApiParameter instance{"InstanceId", true};
    const ApiParameter repository{"RepoId", true};
    const ApiParameter space{"NamespaceName", true};
    const ApiParameter tag{"Tag", true};
    return {
        {version, "ListInstance", "POST|GET",
            {{"InstanceName"}, {"InstanceStatus"}, {"ResourceGroupId"}, {"PageNo"}, {"PageSize"}},
            answering<listInstance>},
        {version, "GetInstance", "POST|GET", {instance}, answering<getInstance>},
        {version, "GetInstanceEndpoint", "POST|GET", {instance, {"EndpointType", true}, {"ModuleName"}},
            answering<getInstanceEndpoint>},
        {version, "ListInstanceEndpoint", "POST|GET", {instance, {"ModuleName"}, {"Summary"}},
            answering<listInstanceEndpoint>},
        {version, "GetAuthorizationToken", "POST|GET", {instance, {"ExpiresInHours"}},
            answering<getAuthorizationToken>},
        {version, "CreateNamespace", "POST",
            {instance, space, {"AutoCreateRepo"}, {"DefaultRepoType"}, {"DefaultRepoConfiguration"}},
            answering<createNamespace>},
        {version, "GetNamespace", "POST|GET", {instance, space, {"NamespaceId"}}, answering<getNamespace>},
        {version, "DeleteNamespace", "POST", {instance, space}, answering<deleteNamespace>},
        {version, "CreateRepository", "POST",
            {instance, {"RepoNamespaceName", true}, {"RepoName", true}, {"RepoType", true}, {"Summary", true},
                {"Detail"}, {"TagImmutability"}},
            answering<createRepositoryAction>},
        {version, "GetRepository", "POST|GET", {instance, {"RepoId"}, {"RepoNamespaceName"}, {"RepoName"}},
            answering<getRepository>},
        {version, "DeleteRepository", "POST", {instance, {"RepoId"}, {"RepoNamespaceName"}, {"RepoName"}},
            answering<deleteRepositoryAction>},
        {version, "ListRepoTag", "POST|GET",
            {instance, repository, {"PageNo"}, {"PageSize"}, {"NextToken"}, {"MaxResults"}}, answering<listRepoTag>},
        {version, "GetRepoTag", "GET", {instance, repository, tag}, answering<getRepoTag>},
        {version, "DeleteRepoTag", "POST", {instance, repository, tag}, answering<deleteRepoTag>},
    };
}

} // namespace miaobu::emulator
