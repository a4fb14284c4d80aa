#include "core/build/node_command.h"

#include "core/detect/script_reading.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// The script that \a command calls through npm, pnpm or yarn; empty when it does something else. Bun runs what node
/// does not.
QString scriptIn(const QString& command) {
    static const QRegularExpression call(u"\\A(?:npm|pnpm|yarn) (?:run |run-script )?([\\w:.-]+)\\z"_s);
    return call.match(command.simplified()).captured(1);
}

/// Whether a shell reads \a word as it stands, also in the middle of a line.
bool isSimple(const QString& word) {
    static const QRegularExpression form(u"\\A[\\w./:=@%+,{}$-]+\\z"_s);
    return form.match(word).hasMatch();
}

/// Whether a script names \a program as it is called, and not a path that ends in it.
bool isNamed(const PackageJson& package, const QString& program) {
    const QRegularExpression word(
        u"(?:^|\\s)(?:\\S*node_modules/\\.bin/)?%1(?=\\s|$)"_s.arg(QRegularExpression::escape(program)));
    return std::any_of(package.scripts.begin(), package.scripts.end(),
        [&word](const QString& line) { return word.match(line).hasMatch(); });
}

/// What \a script runs, on one line; empty when it is more than one program.
QString onlyProgram(const PackageJson& package, const QString& script) {
    const QList<Invocation> run = invocationsOf(package.scripts, script);
    if (run.size() != 1 || !run.first().folder.isEmpty()) {
        return {};
    }
    static const QStringList words{u"cd"_s, u"sh"_s, u"bash"_s, u"bun"_s, u"if"_s, u"test"_s, u"["_s};
    const Invocation& invocation = run.first();
    const bool isPlain = !words.contains(invocation.program) && isSimple(invocation.program)
        && isNamed(package, invocation.program)
        && std::all_of(invocation.arguments.begin(), invocation.arguments.end(), isSimple)
        && std::all_of(invocation.environment.begin(), invocation.environment.end(),
            [](const QString& value) { return value.isEmpty() || isSimple(value); });
    if (!isPlain) {
        return {};
    }
    QStringList line;
    for (auto variable = invocation.environment.begin(); variable != invocation.environment.end(); ++variable) {
        if (variable.key() != u"PORT") {
            line.append(variable.key() + u'=' + variable.value());
        }
    }
    if (!line.isEmpty()) {
        line.prepend(u"env"_s);
    }
    // "pm2 start" goes away at once, and the container with it.
    const bool isDaemon = invocation.program == u"pm2" && invocation.arguments.value(0) == u"start";
    line.append(isDaemon ? u"pm2-runtime"_s : invocation.program);
    return (line + invocation.arguments).join(u' ');
}

} // namespace

QString nodeCommand(const PackageJson& package, const QString& startCommand) {
    QString command = startCommand;
    if (const QString script = scriptIn(startCommand); package.scripts.contains(script)) {
        const QString program = onlyProgram(package, script);
        command = program.isEmpty() ? command : program;
    }
    static const QRegularExpression port(u"(?<=\\s)(-p|--port)([ =])\\d{2,5}\\b"_s);
    static const QRegularExpression host(u"(?<=\\s)(-H|--host|--hostname)([ =])(?:localhost|127\\.0\\.0\\.1)(?!\\S)"_s);
    // The file is not in the image: what it says is among the variables of the app.
    static const QRegularExpression file(u"(?<=\\s)--env-file(?:-if-exists)?[ =]\\S+\\s+"_s);
    const QString anybody = u"\\1\\2"_s + u"0.0.0.0"_s;
    return command.remove(file).replace(port, u"\\1\\2${PORT:-9000}"_s).replace(host, anybody);
}

bool isPlainNode(const QString& command) {
    static const QRegularExpression form(
        u"\\A(?:env(?: [A-Z_]+=\\S*)+ )?node (?:--(?!import|require|loader|experimental-"
        "loader)\\S+ )*[\\w./][\\w./-]*(?: [^;&|]*)?\\z"_s);
    return form.match(command).hasMatch();
}

} // namespace miaobu
