#include "core/build/install_command.h"

#include <QRegularExpression>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// A package manager's locked install, the flag that loosens it, and what it prints when the lockfile is out of step.
struct Strictness {
    const char* locked;
    const char* loose;
    const char* complaint; ///< A regular expression
};

constexpr std::array strictness{
    Strictness{"npm ci", "npm install",
        "can only install packages when your package\\.json and .*are in sync|Missing: .* from lock file|Invalid: lock "
        "file"
        "|can only install with an existing package-lock"},
    Strictness{"pnpm install --frozen-lockfile", "pnpm install --no-frozen-lockfile",
        "ERR_PNPM_OUTDATED_LOCKFILE|ERR_PNPM_LOCKFILE_CONFIG_MISMATCH|ERR_PNPM_LOCKFILE_BREAKING_CHANGE|ERR_PNPM_NO_"
        "LOCKFILE"
        "|Cannot install with \"frozen-lockfile\""},
    Strictness{"yarn install --immutable", "yarn install --no-immutable", "YN0028|lockfile would have been modified"},
    Strictness{"yarn install --frozen-lockfile", "yarn install", "Your lockfile needs to be updated"},
    // With CI=true these two hold to the lockfile without being told so.
    Strictness{"pnpm install", "pnpm install --no-frozen-lockfile",
        "ERR_PNPM_OUTDATED_LOCKFILE|Cannot install with \"frozen-lockfile\""},
    Strictness{"yarn install", "yarn install --no-immutable", "YN0028"},
    Strictness{"bun install --frozen-lockfile", "bun install", "lockfile had changes, but lockfile is frozen"},
};

const Strictness* strictnessOf(const QString& command) {
    for (const Strictness& candidate : strictness) {
        const QString locked = QString::fromLatin1(candidate.locked);
        const bool isLoose = QByteArrayView(candidate.loose).size() > locked.size()
            && command.startsWith(QLatin1StringView(candidate.loose));
        if (!isLoose && (command == locked || command.startsWith(locked + u' '))) {
            return &candidate;
        }
    }
    return nullptr;
}

} // namespace

QString lockedInstall(const QString& command, qint64 managerMajor) {
    static const QRegularExpression plain(u"\\A(npm|pnpm|yarn|bun) (?:install|i)((?: --?[A-Za-z][\\w=:./@-]*)*)\\z"_s);
    const QString tidy = command.simplified();
    const QRegularExpressionMatch match = plain.match(tidy == u"yarn" ? u"yarn install"_s : tidy);
    const QString flags = match.captured(2);
    const QString name = match.captured(1);
    if (!match.hasMatch() || flags.contains(u"frozen-lockfile"_s) || flags.contains(u"immutable"_s)
        || flags.contains(u"lockfile-only"_s)) {
        return command;
    }
    if (name == u"npm") {
        return u"npm ci"_s + flags;
    }
    const QString flag = name == u"yarn" && managerMajor >= 2 ? u"--immutable"_s : u"--frozen-lockfile"_s;
    return name + u" install "_s + flag + flags;
}

std::optional<QString> looserInstall(const QString& command, const QString& output) {
    const Strictness* known = strictnessOf(command);
    if (known == nullptr || !output.contains(QRegularExpression(QString::fromLatin1(known->complaint)))) {
        return std::nullopt;
    }
    return QString::fromLatin1(known->loose) + command.sliced(QByteArrayView(known->locked).size());
}

bool isPlainInstall(const QString& command) {
    static const QRegularExpression pattern(
        u"\\A\\s*(?:npm (?:install|i|ci)|(?:pnpm|yarn|bun) (?:install|i)|yarn)\\b[^;&|<>`$]*\\z"_s);
    return pattern.match(command).hasMatch();
}

} // namespace miaobu
