#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/registry_world.h"
#include "aliyun/emulator/roa_action.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr std::size_t longestName = 30;
constexpr std::chrono::hours loginLife{1};

RoaAnswer data(QJsonObject object) {
    return {{{u"data"_s, std::move(object)}}};
}

std::string repositoryOf(const RoaCall& call) {
    return call.name("namespace") + "/" + call.name("repository");
}

std::string textOf(const QJsonObject& object, QLatin1StringView member) {
    return toStd(object.value(member).toString());
}

RoaAnswer getAuthorizationToken(const RoaCall& call) {
    const RegistryLogin login = registryLogin(call.world.registry, loginLife, call.caller.expires);
    return data({{u"tempUserName"_s, toQt(login.user)}, {u"authorizationToken"_s, toQt(login.password)},
        {u"expireDate"_s, toMilliseconds(login.expires)}});
}

RoaAnswer createNamespace(const RoaCall& call) {
    const std::string name = textOf(call.body.value("Namespace"_L1).toObject(), "Namespace"_L1);
    createRegistryNamespace(
        call.world.registry, name, longestName, {{u"autoCreate"_s, false}, {u"type"_s, u"PRIVATE"_s}});
    return data({{u"namespaceId"_s, toMilliseconds(std::chrono::system_clock::now())}});
}

QJsonObject describeNamespace(const std::string& name, const QJsonObject& record) {
    return {{u"namespace"_s, toQt(name)}, {u"autoCreate"_s, record.value(u"autoCreate"_s)},
        {u"defaultVisibility"_s, record.value(u"type"_s)}, {u"namespaceStatus"_s, u"NORMAL"_s}};
}

RoaAnswer getNamespace(const RoaCall& call) {
    const std::string& name = call.name("namespace");
    return data({{u"namespace"_s, describeNamespace(name, registryNamespace(call.world.registry, name))}});
}

RoaAnswer getNamespaceList(const RoaCall& call) {
    QJsonArray list;
    for (const auto& [name, record] : call.world.registry.namespaces.all()) {
        list.append(describeNamespace(name, record));
    }
    return data({{u"namespaces"_s, list}});
}

RoaAnswer updateNamespace(const RoaCall& call) {
    const std::string& name = call.name("namespace");
    const QJsonObject changes = call.body.value("Namespace"_L1).toObject();
    static_cast<void>(registryNamespace(call.world.registry, name));
    call.world.registry.namespaces.update(name, [&changes](QJsonObject& record) {
        record.insert(u"autoCreate"_s, changes.value("AutoCreate"_L1).toBool(record.value(u"autoCreate"_s).toBool()));
        record.insert(u"type"_s, changes.value("DefaultVisibility"_L1).toString(record.value(u"type"_s).toString()));
    });
    return data({});
}

RoaAnswer deleteNamespace(const RoaCall& call) {
    deleteRegistryNamespace(call.world.registry, call.name("namespace"));
    return data({});
}

RoaAnswer createRepo(const RoaCall& call) {
    const QJsonObject repo = call.body.value("Repo"_L1).toObject();
    const NewRepository wanted{textOf(repo, "RepoNamespace"_L1), textOf(repo, "RepoName"_L1),
        textOf(repo, "RepoType"_L1), textOf(repo, "Summary"_L1), textOf(repo, "Detail"_L1)};
    const QJsonObject record = createRepository(call.world.registry, wanted, longestName);
    return data({{u"repoId"_s, record.value(u"created"_s)}});
}

QJsonObject describeRepo(const RegistryWorld& world, const QJsonObject& record) {
    const QString host = toQt(registryHost(world));
    return {{u"repoId"_s, record.value(u"created"_s)}, {u"repoName"_s, record.value(u"name"_s)},
        {u"repoNamespace"_s, record.value(u"space"_s)}, {u"repoType"_s, record.value(u"type"_s)},
        {u"summary"_s, record.value(u"summary"_s)}, {u"repoStatus"_s, u"NORMAL"_s},
        {u"gmtCreate"_s, record.value(u"created"_s)},
        {u"repoDomainList"_s, QJsonObject{{u"public"_s, host}, {u"internal"_s, host}, {u"vpc"_s, host}}}};
}

RoaAnswer getRepo(const RoaCall& call) {
    QJsonObject repo = describeRepo(call.world.registry, repositoryNamed(call.world.registry, repositoryOf(call)));
    return data({{u"repo"_s, repo}});
}

RoaAnswer getRepoList(const RoaCall& call) {
    QJsonArray list;
    for (const auto& [name, record] : call.world.registry.repositories.all()) {
        list.append(describeRepo(call.world.registry, record));
    }
    return data({{u"repos"_s, list}, {u"total"_s, list.size()}, {u"page"_s, 1}, {u"pageSize"_s, list.size()}});
}

RoaAnswer deleteRepo(const RoaCall& call) {
    deleteRepository(call.world.registry, repositoryOf(call));
    return data({});
}

QJsonObject describeTag(const RegistryTag& tag) {
    return {{u"tag"_s, toQt(tag.name)}, {u"digest"_s, toQt(tag.digest)}, {u"imageId"_s, toQt(tag.digest.substr(7, 12))},
        {u"imageSize"_s, static_cast<qint64>(tag.size)}, {u"imageUpdate"_s, toMilliseconds(tag.updated)},
        {u"status"_s, u"NORMAL"_s}};
}

RoaAnswer getRepoTags(const RoaCall& call) {
    static_cast<void>(repositoryNamed(call.world.registry, repositoryOf(call)));
    const auto tags = tagsOf(call.world.registry, repositoryOf(call));
    const auto size = static_cast<std::size_t>(call.integer("PageSize", 30, 1, 100));
    const auto page = static_cast<std::size_t>(call.integer("Page", 1, 1, 100'000));
    QJsonArray list;
    for (std::size_t i = (page - 1) * size; i < tags.size() && i < page * size; ++i) {
        list.append(describeTag(tags[i]));
    }
    return data({{u"tags"_s, list}, {u"total"_s, static_cast<qint64>(tags.size())},
        {u"page"_s, static_cast<qint64>(page)}, {u"pageSize"_s, static_cast<qint64>(size)}});
}

RoaAnswer getRepoTag(const RoaCall& call) {
    static_cast<void>(repositoryNamed(call.world.registry, repositoryOf(call)));
    return data(describeTag(tagNamed(call.world.registry, repositoryOf(call), call.name("tag"))));
}

RoaAnswer deleteImage(const RoaCall& call) {
    static_cast<void>(repositoryNamed(call.world.registry, repositoryOf(call)));
    deleteTag(call.world.registry, repositoryOf(call), call.name("tag"));
    return data({});
}

} // namespace

std::vector<RoaAction> personalRegistryActions() {
    constexpr std::string_view version = personalRegistryVersion;
    constexpr std::string_view space = "/namespace/{namespace}";
    constexpr std::string_view repository = "/repos/{namespace}/{repository}";
    constexpr std::string_view tag = "/repos/{namespace}/{repository}/tags/{tag}";
    return {
        {version, "GetAuthorizationToken", "GET", "/tokens", {}, getAuthorizationToken},
        {version, "CreateNamespace", "PUT", "/namespace", {}, createNamespace},
        {version, "GetNamespaceList", "GET", "/namespace", {"Authorize", "Status"}, getNamespaceList},
        {version, "GetNamespace", "GET", space, {}, getNamespace},
        {version, "UpdateNamespace", "POST", space, {}, updateNamespace},
        {version, "DeleteNamespace", "DELETE", space, {}, deleteNamespace},
        {version, "CreateRepo", "PUT", "/repos", {}, createRepo},
        {version, "GetRepoList", "GET", "/repos", {"Page", "PageSize", "Status"}, getRepoList},
        {version, "GetRepo", "GET", repository, {}, getRepo},
        {version, "DeleteRepo", "DELETE", repository, {}, deleteRepo},
        {version, "GetRepoTags", "GET", "/repos/{namespace}/{repository}/tags", {"Page", "PageSize"}, getRepoTags},
        {version, "GetRepoTag", "GET", tag, {}, getRepoTag},
        {version, "DeleteImage", "DELETE", tag, {}, deleteImage},
    };
}

} // namespace miaobu::emulator
