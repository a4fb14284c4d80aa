#include "core/detect/script_reading.h"

#include "core/detect/app_folder.h"
#include "core/detect/command_unwrapping.h"
#include "core/detect/shell_words.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

using Scripts = QMap<QString, QString>;

QString entered(const QString& folder, const QString& path) {
    const QString entered = tidyPath(folder.isEmpty() ? path : folder + u'/' + path);
    return entered == u"." ? QString() : entered;
}

class Reader {
public:
    explicit Reader(const Scripts& scripts) : m_scripts(scripts) { }

    void followWithHooks(const QString& name, const QStringList& extra = {}) {
        for (const QString& script : {u"pre"_s + name, name, u"post"_s + name}) {
            follow(script, script == name ? extra : QStringList());
        }
    }

    void readLine(const QString& line, const QStringList& extra) {
        QString folder;
        QList<QStringList> commands = shellCommands(line);
        for (qsizetype i = 0; i < commands.size(); ++i) {
            QStringList words = commands.at(i);
            if (i + 1 == commands.size()) {
                words += extra;
            }
            if (words.first() == u"cd" && words.size() > 1) {
                folder = entered(folder, words.at(1));
            } else {
                readCommand(words, folder);
            }
        }
    }

    QList<Invocation> found;

private:
    void follow(const QString& name, const QStringList& extra) {
        if (m_scripts.contains(name) && !m_open.contains(name) && found.size() < 200) {
            m_open.append(name);
            readLine(m_scripts.value(name), extra);
            m_open.removeLast();
        }
    }

    void readCommand(const QStringList& words, const QString& folder) {
        // In another folder the same names are another package's scripts.
        const UnwrappedCommand command = unwrapCommand(words, folder.isEmpty() ? m_scripts.keys() : QStringList());
        for (const QString& script : command.scripts) {
            followWithHooks(script, command.scriptArguments);
        }
        for (const QString& line : command.lines) {
            readLine(line, {});
        }
        if (!command.invocation.program.isEmpty()) {
            Invocation invocation = command.invocation;
            invocation.folder = folder;
            found.append(invocation);
        }
    }

    const Scripts& m_scripts;
    QStringList m_open;
};

} // namespace

QList<Invocation> invocationsOf(const Scripts& scripts, const QString& name) {
    Reader reader(scripts);
    reader.followWithHooks(name);
    return reader.found;
}

QString calledScript(const Scripts& scripts, const QString& line, const QString& folder, const QString& app) {
    QString called;
    QString at = folder;
    for (const QStringList& words : shellCommands(line)) {
        if (words.first() == u"cd" && words.size() > 1) {
            at = entered(at, words.at(1));
            continue;
        }
        const UnwrappedCommand command = unwrapCommand(words, scripts.keys());
        if (at == app && !command.scripts.isEmpty()) {
            called = command.scripts.last();
        }
    }
    return called;
}

} // namespace miaobu
