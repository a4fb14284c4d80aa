#include "app/cli/argument_places.h"
#include "app/cli/completion.h"

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

/// What is offered at \a place, as a line of the shell; empty where nothing can be.
QString offerOf(const ArgumentPlace& place) {
    QStringList words = place.choices;
    if (place.takesProject) {
        words.append(u"$(_miaobu_projects)"_s);
    }
    QStringList offers;
    if (!words.isEmpty()) {
        offers.append(u"COMPREPLY=($(compgen -W \"%1\" -- \"$current\"))"_s.arg(words.join(u' ')));
    }
    if (place.takesPath) {
        offers.append(u"compopt -o filenames; COMPREPLY+=($(compgen -f -- \"$current\"))"_s);
    }
    return offers.join(u"; "_s);
}

QString caseOf(const QString& pattern, const QString& what) {
    return what.isEmpty() ? QString() : u"        %1) %2 ;;\n"_s.arg(pattern, what);
}

struct Cases {
    QStringList valued; ///< Options that are followed by a value
    QString values;
    QString options;
    QString places;
};

void add(Cases& cases, const CommandDescription& command) {
    const QString name = QString::fromLatin1(command.name);
    QStringList options;
    for (const OptionDescription& option : completeOptions(command)) {
        const QString word = u"--"_s + QString::fromLatin1(option.name);
        options.append(word);
        if (option.value) {
            const QString pattern = u"\"%1 %2\""_s.arg(name, word);
            const QString offer = offerOf(argumentPlaces(QString::fromLatin1(option.value)).value(0));
            cases.valued.append(pattern);
            cases.values += caseOf(pattern, (offer.isEmpty() ? QString() : offer + u"; "_s) + u"return"_s);
        }
    }
    cases.options += caseOf(name, u"options=\"%1\""_s.arg(options.join(u' ')));
    const QList<ArgumentPlace> places = argumentPlaces(QString::fromLatin1(command.arguments));
    for (qsizetype index = 0; index < places.size(); ++index) {
        // The last place may take several.
        const bool isLast = index + 1 == places.size() && command.most > places.size();
        cases.places += caseOf(
            isLast ? u"\"%1 \"*"_s.arg(name) : u"\"%1 %2\""_s.arg(name).arg(index), offerOf(places.at(index)));
    }
}

} // namespace

QString bashCompletion(const QList<CommandDescription>& commands) {
    Cases cases;
    QStringList names;
    for (const CommandDescription& command : commands) {
        names.append(QString::fromLatin1(command.name));
        add(cases, command);
    }
    return uR"(# bash completion for miaobu, written by “miaobu completion bash”

_miaobu_projects() {
    %1
}

_miaobu() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local command= place=0 options= index word
    COMPREPLY=()
    for ((index = 1; index < COMP_CWORD; index++)); do
        word=${COMP_WORDS[index]}
        case "$command $word" in
        %2) index=$((index + 1)) ;;
        *" -"*) ;;
        *) if [ -z "$command" ]; then command=$word; else place=$((place + 1)); fi ;;
        esac
    done
    case "$command $previous" in
%3    esac
    if [[ $current == -* ]]; then
        case "$command" in
        "") options="--help --version" ;;
%4        esac
        COMPREPLY=($(compgen -W "$options" -- "$current"))
        return
    fi
    case "$command $place" in
        " 0") COMPREPLY=($(compgen -W "%5" -- "$current")) ;;
%6    esac
}

complete -F _miaobu miaobu
)"_s.arg(projectsCommand(), cases.valued.join(u'|'), cases.values, cases.options, names.join(u' '), cases.places);
}

} // namespace miaobu::app
