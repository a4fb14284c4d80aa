#include "app/cli/command_table.h"
#include "app/cli/commands.h"
#include "core/store/build_settings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

QString summaryOf(const BuildSetting& setting) {
    static const QHash<QString, Summary> summaries{
        {u"python-image"_s, [] { return Words::tr("The image Python apps are built on; %1 is the version."); }},
        {u"node-image"_s,
            [] {
                return Words::tr(
                    "The image that Node servers, and sites in containers, are built on; %1 is the major version.");
            }},
        {u"pip-index"_s, [] { return Words::tr("Where Python packages come from."); }},
        {u"npm-registry"_s, [] { return Words::tr("Where Node packages come from, for images."); }},
        {u"build-proxy"_s, [] { return Words::tr("The proxy that builds of images use."); }},
        {u"build-certificates"_s, [] { return Words::tr("A file of further authorities that builds trust."); }},
        {u"build-network"_s,
            [] { return Words::tr("The network of builds: “host” where the engine's own has no way out."); }},
    };
    return summaries.value(setting.name)();
}

const BuildSetting* settingCalled(const QString& name) {
    const auto found = std::ranges::find(buildSettings(), name, &BuildSetting::name);
    return found == buildSettings().end() ? nullptr : &*found;
}

int list(const CommandContext& context) {
    const SettingsTable stored(context.services->database());
    QList<QStringList> rows;
    QJsonObject all;
    for (const BuildSetting& setting : buildSettings()) {
        const QString value = stored.value(setting.setting).toString();
        rows.append({setting.name, value.isEmpty() ? u"-"_s : value, summaryOf(setting)});
        all.insert(setting.name, value);
    }
    context.output.line(table(rows));
    context.output.result(all);
    return Succeeded;
}

int refuse(const CommandContext& context, const QString& name) {
    QStringList names;
    for (const BuildSetting& setting : buildSettings()) {
        names.append(setting.name);
    }
    context.output.note(name.isEmpty()
            ? Words::tr("Name a setting: %1.").arg(names.join(u", "_s))
            : Words::tr("There is no setting %1. These exist: %2.").arg(name, names.join(u", "_s)));
    return BadUsage;
}

} // namespace

QCoro::Task<int> runSettings(CommandContext context) {
    const QString verb = context.arguments.first();
    const QString name = context.arguments.value(1);
    const QString value = context.arguments.value(2);
    if (verb == "list"_L1 && name.isEmpty()) {
        co_return list(context);
    }
    const bool isSet = verb == "set"_L1 && !value.isEmpty();
    if (!isSet && !(verb == "unset"_L1 && value.isEmpty())) {
        context.output.note(Words::tr("Say list, set NAME VALUE, or unset NAME."));
        co_return BadUsage;
    }
    const BuildSetting* const setting = settingCalled(name);
    if (!setting) {
        co_return refuse(context, name);
    }
    if (!isAllowed(*setting, value)) {
        context.output.note(setting->form == BuildSetting::Form::Address
                ? Words::tr("An address such as https://mirror.example.com/simple, without a password.")
                : setting->form == BuildSetting::Form::File ? Words::tr("The full path of a file that exists.")
                                                            : Words::tr("That is no name that can be used here."));
        co_return BadUsage;
    }
    const QVariant stored = isSet ? QVariant(value) : setting->setting.defaultValue;
    SettingsTable(context.services->database()).setValue(setting->setting, stored);
    context.output.line(stored.toString().isEmpty() ? Words::tr("%1 is not set.").arg(name)
                                                    : Words::tr("%1 is %2.").arg(name, stored.toString()));
    context.output.result(QJsonObject{{name, stored.toString()}});
    co_return Succeeded;
}

} // namespace miaobu::app
