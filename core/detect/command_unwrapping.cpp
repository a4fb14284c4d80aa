#include "core/detect/command_unwrapping.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

const QStringList& managers() {
    static const QStringList names{u"npm"_s, u"pnpm"_s, u"yarn"_s, u"bun"_s, u"nr"_s, u"yarnpkg"_s};
    return names;
}

bool isOneOf(const QString& word, std::initializer_list<QStringView> words) {
    return std::find(words.begin(), words.end(), QStringView(word)) != words.end();
}

void dropFlags(QStringList& words) {
    while (!words.isEmpty() && words.first().startsWith(u'-')) {
        const bool takesValue = isOneOf(words.first(), {u"-p", u"--package", u"-e", u"-f", u"-c"});
        const bool isEnd = words.first() == u"--";
        words.removeFirst();
        if (isEnd) {
            return;
        }
        if (takesValue && !words.isEmpty()) {
            words.removeFirst();
        }
    }
}

/// Drops variables and the programs whose only task is to start another one. Says whether it dropped something.
bool dropWrapper(QStringList& words, Invocation& invocation) {
    static const QRegularExpression variable(u"^([A-Za-z_][A-Za-z0-9_]*)=(.*)$"_s);
    if (const QRegularExpressionMatch match = variable.match(words.first()); match.hasMatch()) {
        invocation.environment.insert(match.captured(1), match.captured(2));
        words.removeFirst();
        return true;
    }
    const QString first = words.first();
    if (isOneOf(first,
            {u"cross-env", u"cross-env-shell", u"env", u"time", u"exec", u"npx", u"bunx", u"pnpx", u"nohup",
                u"command"})) {
        words.removeFirst();
        dropFlags(words);
        return true;
    }
    if (isOneOf(first, {u"dotenv", u"dotenvx", u"env-cmd", u"doppler", u"infisical", u"op"})) {
        const qsizetype end = words.indexOf(u"--"_s);
        words = end >= 0 ? words.mid(end + 1) : words.mid(1);
        dropFlags(words);
        return true;
    }
    const bool isRunner
        = words.size() > 1 && managers().contains(first) && isOneOf(words.at(1), {u"exec", u"dlx", u"x"});
    if (isRunner) {
        words = words.mid(2);
        dropFlags(words);
    }
    return isRunner;
}

QString programName(QString word) {
    static const QRegularExpression inModules(u"node_modules/(?:\\.bin/)?((?:@[^/]+/)?[^/]+)"_s);
    if (const QRegularExpressionMatch match = inModules.match(word); match.hasMatch()) {
        word = match.captured(1);
    }
    if (const qsizetype version = word.indexOf(u'@', 1); version > 0) {
        word.truncate(version);
    }
    static const QHash<QString, QString> packages{{u"@11ty/eleventy"_s, u"eleventy"_s}, {u"@angular/cli"_s, u"ng"_s},
        {u"@docusaurus/core"_s, u"docusaurus"_s}, {u"@slidev/cli"_s, u"slidev"_s},
        {u"@vue/cli-service"_s, u"vue-cli-service"_s}, {u"parcel-bundler"_s, u"parcel"_s},
        {u"@marp-team/marp-cli"_s, u"marp"_s}, {u"hexo-cli"_s, u"hexo"_s},
        {u"@observablehq/framework"_s, u"observable"_s}, {u"gatsby-cli"_s, u"gatsby"_s}, {u"nuxi"_s, u"nuxt"_s},
        {u"start-storybook"_s, u"storybook"_s}, {u"rolldown-vite"_s, u"vite"_s}};
    word = packages.value(word, word);
    const QString name = word.startsWith(u'@') ? word : word.section(u'/', -1);
    static const QRegularExpression ending(u"\\.(?:[cm]?js|cmd)$"_s);
    return QString(name).remove(ending);
}

/// The program that "node --flags node_modules/vite/bin/vite.js build" really is.
void unwrapNode(QStringList& words) {
    qsizetype script = 1;
    while (script < words.size() && words.at(script).startsWith(u'-')) {
        script += isOneOf(words.at(script), {u"-r", u"--require", u"--import", u"--loader"}) ? 2 : 1;
    }
    if (script < words.size() && words.at(script).contains(u"node_modules/"_s)) {
        words = words.mid(script);
    }
}

QStringList matching(const QString& pattern, const QStringList& scripts) {
    if (!pattern.contains(u'*')) {
        return scripts.contains(pattern) ? QStringList{pattern} : QStringList();
    }
    QString expression = QRegularExpression::escape(pattern);
    expression.replace(u"\\*\\*"_s, u".*"_s).replace(u"\\*"_s, u"[^:]*"_s);
    return scripts.filter(QRegularExpression(QRegularExpression::anchoredPattern(expression)));
}

/// "npm run x", "yarn x", "pnpm run x -- --flag". Says whether the words were a call of a script of this package.
bool takeManagerCall(const QStringList& words, const QStringList& scripts, UnwrappedCommand& command) {
    static const QStringList elsewhere{u"--filter"_s, u"-F"_s, u"-r"_s, u"--recursive"_s, u"-C"_s, u"--dir"_s,
        u"--prefix"_s, u"--workspace"_s, u"-w"_s, u"--workspaces"_s, u"-ws"_s, u"--cwd"_s, u"workspace"_s,
        u"workspaces"_s};
    qsizetype at = 1;
    for (; at < words.size() && (words.at(at).startsWith(u'-') || isOneOf(words.at(at), {u"run", u"run-script"}));
        ++at) {
        if (elsewhere.contains(words.at(at).section(u'=', 0, 0))) {
            return false;
        }
    }
    if (at >= words.size() || !scripts.contains(words.at(at))) {
        return false;
    }
    const bool isPlainNpm = words.first() == u"npm" && !isOneOf(words.at(1), {u"run", u"run-script"})
        && words.at(at) != u"start" && words.at(at) != u"test";
    if (isPlainNpm && !words.at(1).startsWith(u'-')) {
        return false;
    }
    command.scripts.append(words.at(at));
    command.scriptArguments = words.mid(at + 1);
    command.scriptArguments.removeOne(u"--"_s);
    for (const QString& word : command.scriptArguments) {
        if (elsewhere.contains(word.section(u'=', 0, 0))) {
            command.scripts.clear();
            return false;
        }
    }
    return true;
}

void takeRunnerCall(const QStringList& words, const QStringList& scripts, UnwrappedCommand& command) {
    for (QString word : words.mid(1)) {
        if (word.startsWith(u'-')) {
            continue;
        }
        const qsizetype prefix = word.startsWith(u"npm:"_s)              ? 4
            : word.startsWith(u"pnpm:"_s) || word.startsWith(u"yarn:"_s) ? 5
                                                                         : 0;
        word = word.mid(prefix);
        const QStringList called = matching(word.section(u' ', 0, 0), scripts);
        if (!called.isEmpty()) {
            command.scripts += called;
        } else if (word.contains(u' ')) {
            command.lines.append(word);
        }
    }
}

} // namespace

UnwrappedCommand unwrapCommand(QStringList words, const QStringList& scripts) {
    UnwrappedCommand command;
    while (!words.isEmpty() && dropWrapper(words, command.invocation)) { }
    if (words.isEmpty()) {
        return command;
    }
    if (managers().contains(words.first())) {
        if (takeManagerCall(words, scripts, command)) {
            return command;
        }
        // yarn, pnpm and bun run a program of node_modules by its bare name.
        QStringList rest = words.size() > 1 && words.at(1) == u"run" ? words.mid(2) : words.mid(1);
        rest.removeOne(u"--bun"_s);
        if (words.first() != u"npm" && !rest.isEmpty() && !rest.first().startsWith(u'-')) {
            words = rest;
        }
    }
    if (isOneOf(words.first(), {u"run-s", u"run-p", u"npm-run-all", u"npm-run-all2", u"concurrently", u"run-z"})) {
        takeRunnerCall(words, scripts, command);
        return command;
    }
    if (isOneOf(words.first(), {u"node", u"bun"})) {
        unwrapNode(words);
    }
    command.invocation.program = programName(words.first());
    command.invocation.arguments = words.mid(1);
    return command;
}

} // namespace miaobu
