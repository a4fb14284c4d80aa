#include "app/cli/preview_password.h"

#include "app/cli/command_description.h"
#include "app/cli/terminal_secret.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace miaobu::app {

QByteArray askedPassword() {
    constexpr qint64 longest = 1024;
    QByteArray password;
    if (canAsk()) {
        password = askForSecret(Words::tr("Password for the preview's visitors: "));
    } else {
        QFile input;
        password = input.open(stdin, QIODevice::ReadOnly) ? input.readLine(longest) : QByteArray();
        while (password.endsWith('\n') || password.endsWith('\r')) {
            password.chop(1);
        }
    }
    if (password.isEmpty()) {
        throw Error(ErrorKind::InvalidInput, u"password"_s, Words::tr("It is empty."));
    }
    return password;
}

} // namespace miaobu::app
