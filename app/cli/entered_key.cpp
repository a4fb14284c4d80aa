#include "app/cli/command_description.h"
#include "app/cli/target_commands.h"
#include "app/cli/terminal_secret.h"
#include "core/secrets/environment_key.h"

#include <QFile>
#include <QProcessEnvironment>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

QDateTime expiryIn(const QString& text) {
    if (text.isEmpty()) {
        return {};
    }
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid()) {
        throw Error(ErrorKind::InvalidInput, u"--expires "_s + text,
            Words::tr("A time such as 2026-12-31T12:00:00Z is expected."));
    }
    return time.toUTC();
}

AccessKey fromStandardInput(const QString& id) {
    QFile input;
    (void)input.open(stdin, QIODevice::ReadOnly);
    constexpr qint64 longestLine = 16 << 10;
    const QByteArray secret = input.readLine(longestLine).trimmed();
    const QByteArray token = input.readLine(longestLine).trimmed();
    return {id.toUtf8(), secret, token};
}

AccessKey fromTerminal(const QString& id) {
    const QByteArray secret = askForSecret(Words::tr("AccessKey Secret of %1: ").arg(id));
    // Only temporary keys have a token, and their ids tell.
    const bool isTemporary = id.startsWith(u"STS."_s);
    return {id.toUtf8(), secret, isTemporary ? askForSecret(Words::tr("Security token: ")) : QByteArray()};
}

} // namespace

std::optional<EnteredKey> enteredKey(const CommandContext& context, const QString& accessKeyId) {
    EnteredKey entered;
    if (context.options->isSet(u"secret-stdin"_s)) {
        entered.key = fromStandardInput(accessKeyId);
    } else if (const std::optional<AccessKey> key
        = keyInEnvironment(QProcessEnvironment::systemEnvironment(), accessKeyId)) {
        entered = {*key, KeyPlace::Environment};
    } else if (canAsk() && !accessKeyId.isEmpty()) {
        entered.key = fromTerminal(accessKeyId);
    } else {
        return std::nullopt;
    }
    entered.key.expires = expiryIn(context.options->value(u"expires"_s));
    return entered;
}

QString waysToGiveSecret() {
    return Words::tr("The access key is missing. Give --access-key-id, and the secret in one of these ways: type it "
                     "when you are asked on a "
                     "terminal, pipe it in with --secret-stdin, or set ALIBABA_CLOUD_ACCESS_KEY_ID and "
                     "ALIBABA_CLOUD_ACCESS_KEY_SECRET (and ALIBABA_CLOUD_SECURITY_TOKEN for a temporary key).");
}

} // namespace miaobu::app
