#include "app/cli/dotenv_file.h"

#include "app/text/variable_text.h"
#include "core/async/error.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace miaobu::app {

DotenvContent readDotenvFile(const QString& path) {
    constexpr qint64 longestFile = 4 << 20;
    QFile file(path);
    const bool isOpen = path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen) {
        throw Error(ErrorKind::FileSystem, path, file.errorString());
    }
    DotenvContent content = parseDotenv(file.read(longestFile));
    if (!content.problems.isEmpty()) {
        // The line itself may hold a secret: its number says enough.
        throw Error(ErrorKind::InvalidInput, path, problemText(content.problems.first()));
    }
    for (EnvironmentVariable& variable : content.variables) {
        variable.secret = !isPublicVariable(variable.name);
    }
    return content;
}

} // namespace miaobu::app
