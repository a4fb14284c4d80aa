#include "aliyun/emulator/function_world.h"

#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/service_fault.h"

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

FunctionWorld::FunctionWorld(const std::string& folder)
    : functions(folder + "/functions"), triggers(folder + "/triggers"), versions(folder + "/versions"),
      aliases(folder + "/aliases"), provisions(folder + "/provisions"), concurrency(folder + "/concurrency"),
      domains(folder + "/domains") { }

FunctionWorld::~FunctionWorld() = default;

QJsonObject functionNamed(const FunctionWorld& world, const std::string& name) {
    const auto function = world.functions.find(name);
    if (!function) {
        throw ServiceFault{404, "FunctionNotFound", "function '" + name + "' does not exist"};
    }
    return *function;
}

std::string versionOf(const FunctionWorld& world, const std::string& name, const std::string& qualifier) {
    if (qualifier.empty() || qualifier == "LATEST") {
        return "LATEST";
    }
    if (world.versions.find(name + "/" + qualifier)) {
        return qualifier;
    }
    const auto alias = world.aliases.find(name + "/" + qualifier);
    if (alias) {
        return toStd(alias->value(u"versionId"_s).toString());
    }
    const bool isNumber = toInteger(qualifier).has_value();
    throw ServiceFault{404, isNumber ? "VersionNotFound" : "AliasNotFound",
        std::string(isNumber ? "version '" : "alias '") + qualifier + "' of function '" + name + "' does not exist"};
}

QJsonObject functionAt(const FunctionWorld& world, const std::string& name, const std::string& qualifier) {
    QJsonObject function = functionNamed(world, name);
    const std::string version = versionOf(world, name, qualifier);
    if (version == "LATEST") {
        return function;
    }
    const auto published = world.versions.find(name + "/" + version);
    return published->value(u"function"_s).toObject();
}

QString timeStamp() {
    return toQt(isoDate(std::chrono::system_clock::now()));
}

} // namespace miaobu::emulator
