#include "app/cli/command_description.h"
#include "app/cli/github_commands.h"
#include "app/cli/target_commands.h"
#include "core/model/target.h"
#include "core/ports/targets.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

QStringList aliyunTargets(const CommandContext& context) {
    QStringList names = context.services->targets().names();
    names.removeAll(localTargetName);
    return names;
}

/// The one that is named, or the only one. \throws Error(TargetUnknown)
QString targetMeant(const CommandContext& context) {
    const QStringList names = aliyunTargets(context);
    const QString name = context.arguments.value(1);
    if (!name.isEmpty() || names.size() == 1) {
        return name.isEmpty() ? names.first() : name;
    }
    Error error(ErrorKind::TargetUnknown, name);
    error.alternatives = names;
    throw error;
}

} // namespace

QCoro::Task<int> runLogin(CommandContext context) {
    if (context.arguments.first() == "github"_L1) {
        co_return co_await loginGitHub(context);
    }
    if (context.arguments.first() != "aliyun"_L1) {
        context.output.note(
            Words::tr("“%1” is no account that can be used; try “miaobu login github” or “miaobu login aliyun”.")
                .arg(context.arguments.first()));
        co_return BadUsage;
    }
    TargetConfig config = context.services->targetStore().config(targetMeant(context));
    if (context.options->isSet(u"access-key-id"_s)) {
        config.accessKeyId = context.options->value(u"access-key-id"_s);
    }
    const std::optional<EnteredKey> entered = enteredKey(context, config.accessKeyId);
    if (!entered) {
        context.output.note(waysToGiveSecret());
        co_return BadUsage;
    }
    config.accessKeyId = QString::fromUtf8(entered->key.id);
    co_await storeTarget(context, config, *entered);
    context.output.line(Words::tr("The target %1 uses the access key %2.").arg(config.name, config.accessKeyId));
    context.output.result(QJsonObject{{u"name"_s, config.name}, {u"accessKeyId"_s, config.accessKeyId}});
    co_return Succeeded;
}

QCoro::Task<int> runLogout(CommandContext context) {
    if (context.arguments.value(0) == "github"_L1) {
        co_return co_await logoutGitHub(context);
    }
    if (context.arguments.value(0, u"aliyun"_s) != "aliyun"_L1) {
        context.output.note(
            Words::tr("“%1” is no account that can be used; try “miaobu logout github” or “miaobu logout aliyun”.")
                .arg(context.arguments.first()));
        co_return BadUsage;
    }
    const QStringList names
        = context.arguments.size() > 1 ? QStringList(context.arguments.at(1)) : aliyunTargets(context);
    for (const QString& name : names) {
        co_await context.services->targetStore().forgetKey(name, context.stop);
        context.output.line(Words::tr("The access key of %1 was forgotten on this computer.").arg(name));
    }
    context.output.result(QJsonObject{{u"forgotten"_s, QJsonArray::fromStringList(names)}});
    co_return Succeeded;
}

} // namespace miaobu::app
