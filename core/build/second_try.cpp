#include "core/build/second_try.h"

#include "core/build/install_command.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

bool isRefusedForPeers(const QString& line, const QString& output) {
    static const QRegularExpression refusal(
        u"^npm (?:error|ERR!)(?: code)? ERESOLVE\\b"_s, QRegularExpression::MultilineOption);
    return line.startsWith(u"npm "_s) && isPlainInstall(line) && !line.contains(u"--legacy-peer-deps"_s)
        && !line.contains(u"--force"_s) && output.contains(refusal);
}

bool isRefusedForOldHashes(const QString& output) {
    static const QRegularExpression refusal(
        u"ERR_OSSL_EVP_UNSUPPORTED|error:0308010C:digital envelope routines::unsupported"_s);
    return output.contains(refusal);
}

} // namespace

std::optional<SecondTry> secondTry(const QString& line, const QString& nodeOptions, const QString& output) {
    if (const std::optional<QString> looser = looserInstall(line, output)) {
        return SecondTry{*looser, nodeOptions,
            u"The lockfile is missing or out of step with package.json: installing without holding to it."_s};
    }
    if (isRefusedForPeers(line, output)) {
        return SecondTry{line + u" --legacy-peer-deps"_s, nodeOptions,
            u"The peer dependencies of its packages disagree: installing as npm did before version 7."_s};
    }
    const QString oldHashes = u"--openssl-legacy-provider"_s;
    if (isRefusedForOldHashes(output) && !nodeOptions.contains(oldHashes)) {
        return SecondTry{line, (nodeOptions + u' ' + oldHashes).trimmed(),
            u"Its bundler uses a hash that Node.js since 17 has only on request: trying again with %1."_s.arg(
                oldHashes)};
    }
    return std::nullopt;
}

} // namespace miaobu
