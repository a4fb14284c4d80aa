#include "core/targets/permission_policy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

struct Grant {
    QString resource;
    QStringList actions;
};

QList<Grant> grantsOf(
    const QList<PermissionCheck>& checks, const std::function<bool(const PermissionCheck&)>& isMeant) {
    QList<Grant> grants;
    for (const PermissionCheck& check : checks) {
        if (!isMeant(check)) {
            continue;
        }
        auto grant = std::ranges::find(grants, check.resource, &Grant::resource);
        if (grant == grants.end()) {
            grant = grants.insert(grants.end(), {check.resource, {}});
        }
        if (!grant->actions.contains(check.action)) {
            grant->actions.append(check.action);
        }
    }
    return grants;
}

QByteArray policyOf(const QList<Grant>& grants) {
    if (grants.isEmpty()) {
        return {};
    }
    QJsonArray statements;
    for (const Grant& grant : grants) {
        statements.append(QJsonObject{{u"Effect"_s, u"Allow"_s},
            {u"Action"_s, QJsonArray::fromStringList(grant.actions)}, {u"Resource"_s, grant.resource}});
    }
    return QJsonDocument(QJsonObject{{u"Version"_s, u"1"_s}, {u"Statement"_s, statements}}).toJson();
}

} // namespace

QByteArray missingPolicy(const QList<PermissionCheck>& checks, PermissionCheck::Need need) {
    return policyOf(grantsOf(checks, [need](const PermissionCheck& check) {
        return check.need == need && check.state == PermissionCheck::State::Denied;
    }));
}

QByteArray wholePolicy(const QList<PermissionCheck>& checks, PermissionCheck::Need need) {
    return policyOf(grantsOf(checks, [need](const PermissionCheck& check) { return check.need == need; }));
}

} // namespace miaobu
