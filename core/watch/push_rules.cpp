#include "core/watch/push_rules.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

// They lie in the root of a monorepo and are everybody's.
constexpr std::array packageFiles{QLatin1StringView("package.json"), QLatin1StringView("package-lock.json"),
    QLatin1StringView("npm-shrinkwrap.json"), QLatin1StringView("pnpm-lock.yaml"),
    QLatin1StringView("pnpm-workspace.yaml"), QLatin1StringView("yarn.lock"), QLatin1StringView(".yarnrc.yml"),
    QLatin1StringView("bun.lock"), QLatin1StringView("bun.lockb"), QLatin1StringView(".npmrc"),
    QLatin1StringView(".nvmrc"), QLatin1StringView(".node-version"), QLatin1StringView("uv.lock"),
    QLatin1StringView("pyproject.toml"), QLatin1StringView(".gitmodules")};

QString plainFolder(const QString& folder) {
    QString plain = QDir::cleanPath(folder.trimmed());
    while (plain.startsWith(u'/')) {
        plain.remove(0, 1);
    }
    return plain == u"."_s ? QString() : plain;
}

bool isBelow(const QString& file, const QString& folder) {
    return folder.isEmpty() || file == folder || file.startsWith(folder + u'/');
}

bool isPackageFileAbove(const QString& file, const QString& folder) {
    const qsizetype slash = file.lastIndexOf(u'/');
    const QString name = file.mid(slash + 1);
    return isBelow(folder, slash < 0 ? QString() : file.left(slash))
        && std::ranges::any_of(packageFiles, [&name](QLatin1StringView known) { return name == known; });
}

} // namespace

bool hasSkipWord(const QString& message) {
    static const QRegularExpression word(
        u"\\[(?:skip[ -](?:ci|actions|deploy|miaobu|netlify|vercel)|(?:ci|actions|deploy|miaobu|netlify|vercel)[ -]skip"
        "|no[ -]ci)\\]|\\*\\*\\*NO_CI\\*\\*\\*|^skip-checks:\\s*true\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    return word.match(message).hasMatch();
}

bool touches(const QStringList& files, const QString& rootDirectory, const QStringList& paths) {
    const QString root = plainFolder(rootDirectory);
    return std::ranges::any_of(files, [&](const QString& file) {
        return isBelow(file, root) || isPackageFileAbove(file, root)
            || std::ranges::any_of(paths, [&file](const QString& path) { return isBelow(file, plainFolder(path)); });
    });
}

PushVerdict judgePush(const PushComparison& push, const QString& rootDirectory, const QStringList& paths) {
    if (push.relation == CommitRelation::Older) {
        return PushVerdict::OlderCommit;
    }
    if (hasSkipWord(push.message)) {
        return PushVerdict::SkipWord;
    }
    // An empty commit of a whole repository is how people ask for another build.
    if (push.isComplete && !plainFolder(rootDirectory).isEmpty() && !touches(push.files, rootDirectory, paths)) {
        return PushVerdict::NothingChanged;
    }
    return PushVerdict::Deployed;
}

} // namespace miaobu
