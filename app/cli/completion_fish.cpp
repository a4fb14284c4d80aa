#include "app/cli/argument_places.h"
#include "app/cli/completion.h"

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

QString quoted(QString text) {
    return u'\'' + text.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'';
}

QString line(const QString& condition, const QString& rest) {
    return u"complete -c miaobu -n '%1' %2\n"_s.arg(condition, rest);
}

QString optionOf(const QString& condition, const OptionDescription& option) {
    QString rest = u"-l %1 -d %2"_s.arg(QString::fromLatin1(option.name), quoted(option.summary()));
    if (option.value) {
        const ArgumentPlace place = argumentPlaces(QString::fromLatin1(option.value)).value(0);
        rest += place.takesPath ? u" -r -F"_s : u" -x -a %1"_s.arg(quoted(place.choices.join(u' ')));
    }
    return line(condition, rest);
}

QString placeOf(const QString& condition, const ArgumentPlace& place) {
    QString lines;
    if (!place.choices.isEmpty()) {
        lines += line(condition, u"-a "_s + quoted(place.choices.join(u' ')));
    }
    if (place.takesProject) {
        lines += line(condition, u"-a '(__miaobu_projects)'"_s);
    }
    if (place.takesPath) {
        lines += line(condition, u"-F"_s);
    }
    return lines;
}

} // namespace

QString fishCompletion(const QList<CommandDescription>& commands) {
    QString lines;
    for (const CommandDescription& command : commands) {
        const QString name = QString::fromLatin1(command.name);
        const QString seen = u"__fish_seen_subcommand_from "_s + name;
        lines += line(u"__fish_use_subcommand"_s, u"-a %1 -d %2"_s.arg(name, quoted(command.summary())));
        for (const OptionDescription& option : completeOptions(command)) {
            lines += optionOf(seen, option);
        }
        const QList<ArgumentPlace> places = argumentPlaces(QString::fromLatin1(command.arguments));
        for (qsizetype index = 0; index < places.size(); ++index) {
            const bool isLast = index + 1 == places.size() && command.most > places.size();
            const QString place = u"%1; and test (__miaobu_place) %2 %3"_s.arg(
                seen, isLast ? u"-ge"_s : u"-eq"_s, QString::number(index));
            lines += placeOf(place, places.at(index));
        }
    }
    return uR"(# fish completion for miaobu, written by “miaobu completion fish”

function __miaobu_projects
    %1
end

# How many arguments of the command stand before the cursor.
function __miaobu_place
    set -l words (commandline -opc | string match -v -- '-*')
    math (count $words) - 2
end

complete -c miaobu -f
)"_s.arg(projectsCommand())
        + lines;
}

} // namespace miaobu::app
