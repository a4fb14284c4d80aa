#include "app/cli/command_description.h"
#include "app/cli/target_commands.h"
#include "app/cli/target_options.h"
#include "app/services_targets.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

constexpr qint64 longestFile = 64 << 10;

bool isFile(const QString& argument) {
    return argument.endsWith(u".json"_s) || argument.contains(u'/');
}

QJsonObject fileAt(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        throw Error(ErrorKind::FileSystem, path, file.errorString());
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.read(longestFile), &problem);
    if (!document.isObject()) {
        throw Error(ErrorKind::InvalidInput, path, Words::tr("It is no JSON object: %1.").arg(problem.errorString()));
    }
    return document.object();
}

QJsonObject namedTarget(const QString& name) {
    return {
        {u"name"_s, name},
        {u"esa"_s, QJsonObject{{u"kvNamespace"_s, u"miaobu"_s}, {u"routine"_s, u"miaobu-router"_s}}},
    };
}

} // namespace

QCoro::Task<> storeTarget(CommandContext context, TargetConfig config, EnteredKey entered) {
    TargetStore& store = context.services->targetStore();
    bool needsVariables = false;
    try {
        co_await store.put(config, entered.key, KeepSecret::InKeychain, context.stop);
    } catch (const Error& error) {
        needsVariables = error.kind == ErrorKind::KeychainMissing && entered.place == KeyPlace::Environment;
        if (!needsVariables) {
            throw;
        }
    }
    if (needsVariables) {
        co_await store.put(config, entered.key, KeepSecret::ForThisSession, context.stop);
        context.output.note(Words::tr("There is no keyring, so the key is not stored: ALIBABA_CLOUD_ACCESS_KEY_ID and "
                                      "ALIBABA_CLOUD_ACCESS_KEY_SECRET have to be set each time."));
    }
}

QCoro::Task<int> addTarget(CommandContext context) {
    const QString argument = context.arguments.value(1);
    if (argument.isEmpty()) {
        context.output.note(Words::tr("Which target? miaobu target add NAME --region REGION …, or a FILE.json"));
        co_return BadUsage;
    }
    const QJsonObject described = isFile(argument) ? fileAt(argument) : namedTarget(argument);
    const QJsonObject file = withTargetOptions(described, *context.options);
    TargetConfig config = targetFromJson(QJsonDocument(file).toJson());
    const std::optional<EnteredKey> entered = enteredKey(context, config.accessKeyId);
    if (!entered) {
        context.output.note(waysToGiveSecret());
        co_return BadUsage;
    }
    config.accessKeyId = QString::fromUtf8(entered->key.id);
    co_await storeTarget(context, config, *entered);
    context.output.line(Words::tr("Added. Check it with: miaobu target check %1").arg(config.name));
    context.output.result(QJsonObject{{u"name"_s, config.name}, {u"accessKeyId"_s, config.accessKeyId}});
    co_return Succeeded;
}

} // namespace miaobu::app
