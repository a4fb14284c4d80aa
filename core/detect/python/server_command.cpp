#include "core/detect/python/entry_point.h"
#include "core/detect/shell_words.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu {

EntryPoint entryPointOfCommand(const QString& line) {
    static const QRegularExpression server(
        u"(?:^|[/.])(gunicorn|uvicorn|hypercorn|daphne|granian|waitress-serve|wsgiapp)$"_s);
    static const QRegularExpression module(u"^[A-Za-z_][\\w]*(?:\\.[A-Za-z_]\\w*)*(?::[A-Za-z_]\\w*(?:\\(.*\\))?)?$"_s);
    for (const QStringList& words : shellCommands(line)) {
        QString program;
        EntryPoint found;
        for (qsizetype i = 0; i < words.size(); ++i) {
            const QString& word = words.at(i);
            if (const QRegularExpressionMatch match = server.match(word); match.hasMatch()) {
                program = match.captured(1);
                continue;
            }
            // A lone word may be the value of the flag before it; one with a colon or a dot after a flag is the
            // application.
            const bool isValue
                = i > 0 && words.at(i - 1).startsWith(u'-') && !words.at(i - 1).contains(u'=') && !word.contains(u':');
            if (program.isEmpty() || isValue || word.endsWith(u".py"_s) || !module.match(word).hasMatch()) {
                continue;
            }
            found.module = word;
        }
        if (!found.module.isEmpty()) {
            found.isFactory = words.contains(u"--factory"_s) || found.module.endsWith(u')');
            found.isAsgi = program != u"gunicorn" && program != u"wsgiapp" && program != u"waitress-serve";
            found.isAsgi = found.isAsgi || line.contains(u"UvicornWorker"_s) || found.module.contains(u"asgi"_s);
            if (!found.module.contains(u':')) {
                found.module += found.module.endsWith(u"wsgi"_s) || found.module.endsWith(u"asgi"_s) ? u":application"_s
                                                                                                     : u":app"_s;
            }
            return found;
        }
    }
    return {};
}

} // namespace miaobu
