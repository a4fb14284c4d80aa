#include "app/cli/await_operation.h"
#include "app/cli/command_description.h"
#include "app/cli/setup_lines.h"
#include "app/cli/target_commands.h"
#include "core/model/target.h"
#include "core/targets/permission_policy.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

using Need = PermissionCheck::Need;

QCoro::Task<CallerIdentity> identityBehind(CommandContext context, QString name) {
    TargetService& service = context.services->targetService();
    const TargetConfig config = context.services->targetStore().config(name);
    const AccessKey key = co_await context.services->targetStore().key(name, context.stop);
    CallerIdentity identity;
    const QObject listener;
    QObject::connect(&service, &TargetService::identified, &listener,
        [&identity](OperationId, const CallerIdentity& found) { identity = found; });
    co_await awaitOperation(&service, service.identify(config, key), context.stop);
    co_return identity;
}

QCoro::Task<QList<PermissionCheck>> checksOf(CommandContext context, QString name) {
    TargetService& service = context.services->targetService();
    QList<PermissionCheck> checks;
    const QObject listener;
    QObject::connect(&service, &TargetService::permissionChecked, &listener,
        [&checks, &context](OperationId, const PermissionCheck& check) {
            checks.append(check);
            context.output.line(permissionLine(check));
        });
    co_await awaitOperation(&service, service.check(name), context.stop);
    QList<PermissionCheck> found = checks;
    co_return found;
}

void tellIdentity(const CommandContext& context, const CallerIdentity& identity) {
    context.output.line(Words::tr("Account %1, key of %2").arg(identity.accountId, identity.arn));
    if (identity.kind == CallerIdentity::Kind::Root) {
        context.output.note(Words::tr("This key is the account's own and may do everything. Make a RAM user with the "
                                      "policy below and use its key instead."));
    }
}

/// What is missing, and for the account's own key everything that a user's has to have.
void tellPolicies(const CommandContext& context, const QList<PermissionCheck>& checks, bool isRoot) {
    const QByteArray missing = missingPolicy(checks, Need::Everything);
    const QByteArray missingForWebApps = missingPolicy(checks, Need::WebApps);
    const QByteArray policy = missing.isEmpty() && isRoot ? wholePolicy(checks, Need::Everything) : missing;
    const QByteArray forWebApps
        = missingForWebApps.isEmpty() && isRoot ? wholePolicy(checks, Need::WebApps) : missingForWebApps;
    if (!missing.isEmpty()) {
        context.output.line(Words::tr("Missing. Add this policy to the key's user in the RAM console:"));
    }
    if (!policy.isEmpty()) {
        context.output.line(QString::fromUtf8(policy));
    }
    if (!forWebApps.isEmpty()) {
        context.output.line(
            Words::tr("For web apps only, which need this policy as well; sites are published without it:"));
        context.output.line(QString::fromUtf8(forWebApps));
    }
}

QJsonValue policyJson(const QByteArray& policy) {
    return policy.isEmpty() ? QJsonValue() : QJsonValue(QJsonDocument::fromJson(policy).object());
}

} // namespace

QCoro::Task<int> checkTarget(CommandContext context) {
    const QString name = context.arguments.value(1);
    if (name.isEmpty() || name == localTargetName) {
        context.output.note(name.isEmpty() ? Words::tr("Which target? miaobu target check NAME")
                                           : Words::tr("This computer needs no account."));
        co_return BadUsage;
    }
    const CallerIdentity identity = co_await identityBehind(context, name);
    tellIdentity(context, identity);
    QList<PermissionCheck> checks = co_await checksOf(context, name);
    std::ranges::sort(checks, {}, &PermissionCheck::action);
    const bool isRoot = identity.kind == CallerIdentity::Kind::Root;
    const QByteArray missing = missingPolicy(checks, Need::Everything);
    tellPolicies(context, checks, isRoot);
    QJsonArray list;
    for (const PermissionCheck& check : checks) {
        list.append(toJson(check));
    }
    context.output.result(QJsonObject{{u"account"_s, identity.accountId}, {u"arn"_s, identity.arn},
        {u"isRoot"_s, isRoot}, {u"checks"_s, list}, {u"missingPolicy"_s, policyJson(missing)},
        {u"policy"_s, policyJson(wholePolicy(checks, Need::Everything))},
        {u"missingPolicyForWebApps"_s, policyJson(missingPolicy(checks, Need::WebApps))},
        {u"policyForWebApps"_s, policyJson(wholePolicy(checks, Need::WebApps))}});
    co_return missing.isEmpty() ? Succeeded : Failed;
}

} // namespace miaobu::app
