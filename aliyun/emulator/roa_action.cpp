#include "aliyun/emulator/roa_action.h"

#include "aliyun/emulator/json_text.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

using Names = std::map<std::string, std::string>;

/// What \a path has in the places of \a pattern, or nothing when it does not fit.
std::optional<Names> matched(std::string_view pattern, std::string_view path) {
    const auto wanted = split(pattern, '/');
    const auto given = split(path, '/');
    if (wanted.size() != given.size()) {
        return std::nullopt;
    }
    Names names;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i].starts_with('{')) {
            names.emplace(wanted[i].substr(1, wanted[i].size() - 2), percentDecode(given[i]));
        } else if (wanted[i] != given[i]) {
            return std::nullopt;
        }
    }
    return names;
}

QJsonObject bodyObject(const std::string& body) {
    if (body.empty()) {
        return {};
    }
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(body));
    if (!document.isObject()) {
        throw invalidArgument("The request body is not a JSON object.");
    }
    return document.object();
}

} // namespace

std::string RoaCall::query(std::string_view parameter) const {
    return request.parameter(parameter).value_or(std::string());
}

long long RoaCall::integer(std::string_view parameter, long long otherwise, long long lowest, long long highest) const {
    const std::string text = query(parameter);
    const auto value = text.empty() ? std::optional(otherwise) : toInteger(text);
    if (!value || *value < lowest || *value > highest) {
        throw invalidArgument(std::string(parameter) + " must be from " + std::to_string(lowest) + " to "
            + std::to_string(highest) + ".");
    }
    return *value;
}

bool RoaAction::knows(std::string_view parameter) const {
    return isCommonParameter(parameter) || std::find(query.begin(), query.end(), parameter) != query.end();
}

std::vector<RoaAction> roaActions() {
    std::vector<RoaAction> all;
    for (const auto& group : {functionActions(), triggerActions(), functionVersionActions(), functionScalingActions(),
             customDomainActions(), personalRegistryActions()}) {
        all.insert(all.end(), group.begin(), group.end());
    }
    return all;
}

RoaActions::RoaActions() : m_actions(roaActions()) { }

bool RoaActions::knows(std::string_view version) const {
    return std::any_of(
        m_actions.begin(), m_actions.end(), [version](const RoaAction& action) { return action.version == version; });
}

const RoaAction* RoaActions::find(const Request& request) const {
    const std::string version = request.header("x-acs-version");
    const auto found = std::find_if(m_actions.begin(), m_actions.end(), [&](const RoaAction& action) {
        return action.version == version && action.method == request.method
            && matched(action.path, request.path()).has_value();
    });
    return found == m_actions.end() ? nullptr : &*found;
}

const RoaAction& RoaActions::at(const Request& request) const {
    const std::string name = request.header("x-acs-action");
    const std::string version = request.header("x-acs-version");
    if (const RoaAction* action = find(request); action != nullptr && action->name == name) {
        return *action;
    }
    const bool known = std::any_of(m_actions.begin(), m_actions.end(), [&](const RoaAction& action) {
        return action.name == name && action.version == version && matched(action.path, request.path());
    });
    if (known) {
        throw ServiceFault{403, "UnsupportedHTTPMethod", "This http method is not supported."};
    }
    throw ServiceFault{404, "InvalidAction.NotFound", "Specified api is not found, please check your url and method."};
}

RoaAnswer runRoaAction(
    const RoaAction& action, ApiWorld& world, const Request& request, const std::string& body, Caller caller) {
    for (const auto& [name, value] : request.query) {
        if (!action.knows(name)) {
            throw unknownParameter(name, action.name);
        }
    }
    const RoaCall call{world, request, std::move(caller), *matched(action.path, request.path()), bodyObject(body)};
    return action.run(call);
}

QJsonObject roaAnswerObject(const RoaAnswer& answer, std::string_view version, const std::string& requestId) {
    QJsonObject object = answer.body;
    if (version == personalRegistryVersion) {
        object.insert(u"requestId"_s, toQt(requestId));
    }
    return object;
}

QJsonObject roaFaultObject(const ServiceFault& fault, std::string_view version, const std::string& requestId) {
    if (version == personalRegistryVersion) {
        return {{u"requestId"_s, toQt(requestId)}, {u"code"_s, toQt(fault.code)}, {u"message"_s, toQt(fault.message)}};
    }
    return {{u"RequestId"_s, toQt(requestId)}, {u"Code"_s, toQt(fault.code)}, {u"Message"_s, toQt(fault.message)}};
}

RoaPage pageOf(const RoaCall& call, const std::vector<std::pair<std::string, QJsonObject>>& records) {
    const auto limit = static_cast<std::size_t>(call.integer("limit", 20, 1, 100));
    const std::string after = percentDecode(call.query("nextToken"));
    RoaPage page;
    std::string last;
    for (const auto& [name, record] : records) {
        if (name <= after) {
            continue;
        }
        if (page.records.size() == limit) {
            page.nextToken = percentEncode(last);
            break;
        }
        page.records.push_back(record);
        last = name;
    }
    return page;
}

} // namespace miaobu::emulator
