#include "app/screens/common/editor_command.h"

#include <QFileInfo>
#include <QHash>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

/// How an editor is told where to go.
enum class Manner { GoTo, Suffix, PlusLine, PlusLineColumn, Kate, JetBrains, NotepadPlusPlus, Terminal };

const QHash<QString, Manner>& manners() {
    static const QHash<QString, Manner> known = [] {
        QHash<QString, Manner> all{{u"kate"_s, Manner::Kate}, {u"notepad++"_s, Manner::NotepadPlusPlus}};
        const auto add = [&all](Manner manner, const QString& names) {
            for (const QString& name : names.split(u' ')) {
                all.insert(name, manner);
            }
        };
        add(Manner::GoTo, u"code code-insiders code-oss codium vscodium cursor windsurf trae"_s);
        add(Manner::Suffix, u"subl sublime_text zed zeditor lapce"_s);
        add(Manner::PlusLine, u"gvim mvim nvim-qt gedit gnome-text-editor pluma xed mousepad geany"_s);
        add(Manner::PlusLineColumn, u"emacs emacsclient"_s);
        add(Manner::JetBrains, u"idea webstorm phpstorm pycharm clion rubymine goland"_s);
        add(Manner::Terminal, u"vi vim nvim nano pico micro hx helix joe ne mcedit ed ex kak view less"_s);
        return all;
    }();
    return known;
}

QString nameOf(const QString& program) {
    const QString name = QFileInfo(program).fileName().toLower();
    for (const QString& ending : {u".exe"_s, u".cmd"_s, u".bat"_s, u".sh"_s}) {
        if (name.endsWith(ending)) {
            return name.chopped(ending.size());
        }
    }
    return name;
}

QStringList placeArguments(Manner manner, const FilePlace& place) {
    const QString line = QString::number(place.line);
    const QString column = QString::number(std::max(1, place.column));
    const QString suffixed = u"%1:%2:%3"_s.arg(place.file, line, column);
    switch (manner) {
    case Manner::GoTo:
        return {u"-g"_s, suffixed};
    case Manner::Suffix:
        return {suffixed};
    case Manner::PlusLine:
        return {u"+"_s + line, place.file};
    case Manner::PlusLineColumn:
        return {u"+%1:%2"_s.arg(line, column), place.file};
    case Manner::Kate:
        return {u"-l"_s, line, u"-c"_s, column, place.file};
    case Manner::JetBrains:
        return {u"--line"_s, line, u"--column"_s, column, place.file};
    case Manner::NotepadPlusPlus:
        return {u"-n"_s + line, u"-c"_s + column, place.file};
    case Manner::Terminal:
        break;
    }
    return {};
}

} // namespace

QStringList editorCommand(const QString& editor, const FilePlace& place) {
    QStringList words = QProcess::splitCommand(editor);
    if (words.isEmpty()) {
        return {};
    }
    const auto manner = manners().constFind(nameOf(words.constFirst()));
    const bool inTerminal = (manner != manners().constEnd() && *manner == Manner::Terminal) || words.contains(u"-nw"_s)
        || words.contains(u"-t"_s) || words.contains(u"--tty"_s);
    if (inTerminal) {
        return {};
    }
    const bool told = manner != manners().constEnd() && place.line > 0;
    return words + (told ? placeArguments(*manner, place) : QStringList{place.file});
}

} // namespace miaobu::app
