#include "core/build/start_script.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// The programs that pip puts into a folder name the Python that installed them, which is not the one here: what a
/// module can do is asked of the module.
QString withModules(const QString& command) {
    static const QHash<QString, QString> modules{{u"gunicorn"_s, u"gunicorn"_s}, {u"uvicorn"_s, u"uvicorn"_s},
        {u"hypercorn"_s, u"hypercorn"_s}, {u"daphne"_s, u"daphne"_s}, {u"granian"_s, u"granian"_s},
        {u"waitress-serve"_s, u"waitress"_s}, {u"streamlit"_s, u"streamlit"_s}, {u"flask"_s, u"flask"_s},
        {u"fastapi"_s, u"fastapi"_s}, {u"sanic"_s, u"sanic"_s}};
    static const QRegularExpression first(u"\\A(\\S+)"_s);
    static const QRegularExpression python(u"\\Apython3?\\b"_s);
    if (python.match(command).hasMatch()) {
        return QString(command).replace(python, u"\"$python\""_s);
    }
    const QString module = modules.value(first.match(command).captured(1));
    return module.isEmpty() ? command : QString(command).replace(first, u"\"$python\" -m "_s + module);
}

bool isSimple(const QString& command) {
    static const QRegularExpression several(u"[;&|\\n]"_s);
    return !several.match(command).hasMatch();
}

} // namespace

QString startScript(const PythonRuntime& runtime, const QString& startCommand, bool hasSourceFolder) {
    QString command = startCommand;
    // What this program has chosen listens where the argument says; a typed command may read $HOST and $PORT.
    static const QRegularExpression address(u"--bind 0\\.0\\.0\\.0:9000\\b"_s);
    static const QRegularExpression port(u"--host 0\\.0\\.0\\.0 --port 9000\\b"_s);
    command.replace(address, u"--bind \"$HOST:$PORT\""_s).replace(port, u"--host \"$HOST\" --port \"$PORT\""_s);
    const QString major = runtime.version.section(u'.', 0, 0);
    const QString minor = runtime.version.section(u'.', 1, 1);
    const QString line = isSimple(command) ? u"exec "_s + withModules(command) : command;
    return u"#!/bin/sh\n"
           "# Made by Miaobu: starts the app with the dependencies that lie beside it.\n"
           "cd \"$(dirname \"$0\")\" || exit 1\n"
           "address=${1:-0.0.0.0:${PORT:-9000}}\n"
           "export HOST=\"${address%:*}\" PORT=\"${address##*:}\"\n"
           "for python in %1/python%2 %1/python3 python%2 python3; do\n"
           "    \"$python\" -c 'import sys; sys.exit(sys.version_info[:2] != (%3, %4))' 2>/dev/null && break\n"
           "done\n"
           "export PATH=\"%1:$PWD/%5/bin:$PATH\"\n"
           "export PYTHONPATH=\"$PWD/%5:$PWD%6${PYTHONPATH:+:$PYTHONPATH}\"\n"
           "export PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 FORWARDED_ALLOW_IPS='*'\n"
           "export GUNICORN_CMD_ARGS=\"${GUNICORN_CMD_ARGS:---workers=2 --threads=4 --timeout=120 "
           "--access-logfile=-}\"\n"
           "%7\n"_s.arg(runtime.folder, runtime.version, major, minor, packageDependencies,
               hasSourceFolder ? u":$PWD/src"_s : QString(), line);
}

} // namespace miaobu
