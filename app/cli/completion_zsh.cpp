#include "app/cli/argument_places.h"
#include "app/cli/completion.h"

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

/// \a text between single quotes, with a backslash before each of \a special.
QString quoted(QString text, const QString& special) {
    QString escaped;
    for (const QChar character : text) {
        if (special.contains(character)) {
            escaped += u'\\';
        }
        escaped += character;
    }
    return u'\'' + escaped.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString actionOf(const ArgumentPlace& place) {
    QStringList actions;
    if (!place.choices.isEmpty()) {
        actions.append(u"_values word %1"_s.arg(place.choices.join(u' ')));
    }
    if (place.takesProject) {
        actions.append(u"_miaobu_projects"_s);
    }
    if (place.takesPath) {
        actions.append(u"_files"_s);
    }
    // _alternative would want a tag for each; nowhere are there more than words or files.
    return actions.isEmpty() ? u" "_s : actions.size() == 1 ? actions.constFirst() : u"_files"_s;
}

/// ":NAME:action" as _arguments reads it, with the quotes around it.
QString specification(const QString& prefix, const ArgumentPlace& place) {
    QString name = place.name;
    return prefix + u':' + name.remove(u'[').remove(u']').replace(u':', u"\\:"_s) + u':' + actionOf(place) + u'\'';
}

QString optionOf(const OptionDescription& option) {
    QString text = quoted(u"--%1["_s.arg(QString::fromLatin1(option.name)), {}).chopped(1)
        + quoted(option.summary(), u"[]:\\"_s).sliced(1).chopped(1) + u']';
    if (!option.value) {
        return text + u'\'';
    }
    return specification(text, argumentPlaces(QString::fromLatin1(option.value)).value(0));
}

QString caseOf(const CommandDescription& command) {
    QStringList lines;
    for (const OptionDescription& option : completeOptions(command)) {
        lines.append(optionOf(option));
    }
    const QList<ArgumentPlace> places = argumentPlaces(QString::fromLatin1(command.arguments));
    for (qsizetype index = 0; index < places.size(); ++index) {
        const bool isLast = index + 1 == places.size() && command.most > places.size();
        const QString number = isLast ? u"*"_s : QString::number(index + 1);
        lines.append(specification(u'\'' + number, places.at(index)));
    }
    return u"    %1) _arguments \\\n        %2 ;;\n"_s.arg(
        QString::fromLatin1(command.name), lines.join(u" \\\n        "_s));
}

} // namespace

QString zshCompletion(const QList<CommandDescription>& commands) {
    QStringList names;
    QString cases;
    for (const CommandDescription& command : commands) {
        names.append(quoted(QString::fromLatin1(command.name) + u':', {}).chopped(1)
            + quoted(command.summary(), u":\\"_s).sliced(1));
        cases += caseOf(command);
    }
    return uR"zsh(#compdef miaobu
# zsh completion for miaobu, written by “miaobu completion zsh”

_miaobu_projects() {
    local -a projects
    projects=(${(f)"$(%1)"})
    compadd -a projects
}

_miaobu() {
    if ((CURRENT == 2)); then
        local -a commands
        commands=(
        %2
        )
        _describe command commands
        return
    fi
    shift words
    ((CURRENT--))
    case $words[1] in
%3    esac
}

if [ "$funcstack[1]" = _miaobu ]; then
    _miaobu "$@"
else
    compdef _miaobu miaobu
fi
)zsh"_s.arg(projectsCommand(), names.join(u"\n        "_s), cases);
}

} // namespace miaobu::app
