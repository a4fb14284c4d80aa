#include "app/cli/command_description.h"
#include "app/cli/target_commands.h"
#include "app/text/error_text.h"
#include "core/model/target.h"
#include "core/ports/targets.h"

#include <QHash>
#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

using Verb = QCoro::Task<int> (*)(CommandContext);

Verb verbCalled(const QString& name) {
    static const QHash<QString, Verb> verbs{
        {u"add"_s, addTarget},
        {u"list"_s, listTargets},
        {u"check"_s, checkTarget},
        {u"setup"_s, setUpTarget},
        {u"remove"_s, removeTarget},
    };
    return verbs.value(name, nullptr);
}

struct Listed {
    QStringList row;
    QJsonObject json;
};

QString placeText(KeyPlace place) {
    switch (place) {
    case KeyPlace::Session:
        return Words::tr("this session");
    case KeyPlace::Environment:
        return Words::tr("environment");
    case KeyPlace::Keychain:
        return Words::tr("keyring");
    case KeyPlace::Nowhere:
        break;
    }
    return Words::tr("missing");
}

QString placeName(KeyPlace place) {
    constexpr std::array names{"session", "environment", "keychain", "missing"};
    return QString::fromLatin1(names.at(static_cast<std::size_t>(place)));
}

/// One target with where its key is; what is wrong with it stands in the place of that.
QCoro::Task<Listed> describe(TargetStore* store, QString name, std::stop_token stop) {
    Listed listed{{name}, {{u"name"_s, name}}};
    try {
        const TargetConfig config = store->config(name);
        listed.row << config.baseDomain << config.region << config.oss.bucket << config.accessKeyId;
        listed.json.insert(u"baseDomain"_s, config.baseDomain);
        listed.json.insert(u"region"_s, config.region);
        listed.json.insert(u"bucket"_s, config.oss.bucket);
        listed.json.insert(u"accessKeyId"_s, config.accessKeyId);
        const KeyPlace place = co_await store->placeOfKey(name, stop);
        listed.row << placeText(place);
        listed.json.insert(u"key"_s, placeName(place));
    } catch (const Error& error) {
        if (error.kind == ErrorKind::Cancelled) {
            throw;
        }
        listed.row << wordsFor(error).what;
        listed.json.insert(u"key"_s, error.kind == ErrorKind::KeychainLocked ? u"locked"_s : u"missing"_s);
        listed.json.insert(u"problem"_s, errorKindName(error.kind));
    }
    co_return listed;
}

} // namespace

QCoro::Task<int> runTarget(CommandContext context) {
    const QString name = context.arguments.first();
    const Verb verb = verbCalled(name);
    if (!verb) {
        context.output.note(Words::tr("“%1” is none of add, list, check, setup, remove.").arg(name));
        co_return BadUsage;
    }
    co_return co_await verb(context);
}

QCoro::Task<int> listTargets(CommandContext context) {
    QList<QStringList> rows;
    QJsonArray list;
    const QStringList names = context.services->targets().names();
    for (const QString& name : names) {
        if (name == localTargetName) {
            rows.append({name, Words::tr("this computer")});
            list.append(QJsonObject{{u"name"_s, name}});
            continue;
        }
        const Listed listed = co_await describe(&context.services->targetStore(), name, context.stop);
        rows.append(listed.row);
        list.append(listed.json);
    }
    context.output.line(table(rows));
    context.output.result(list);
    co_return Succeeded;
}

QCoro::Task<int> removeTarget(CommandContext context) {
    const QString name = context.arguments.value(1);
    if (name.isEmpty() || name == localTargetName) {
        context.output.note(name.isEmpty() ? Words::tr("Which target? miaobu target remove NAME")
                                           : Words::tr("This computer is always a target."));
        co_return BadUsage;
    }
    co_await context.services->targetStore().remove(name, context.stop);
    context.output.line(Words::tr("%1 was removed here. Nothing was changed in the cloud.").arg(name));
    context.output.result(QJsonObject{{u"removed"_s, name}});
    co_return Succeeded;
}

} // namespace miaobu::app
