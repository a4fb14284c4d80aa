#pragma once

#include <QList>
#include <QString>

namespace miaobu::app {

/// Something in a line that can be opened: a place in a file, as compilers name it, or a web address.
struct LogLink {
    enum class Kind { File, Web };

    Kind kind = Kind::File;
    qsizetype start = 0; ///< In the plain text
    qsizetype length = 0;
    QString target; ///< The file's path as it is printed, or the address
    int line = 0; ///< 1, 2, 3 …; 0: not said
    int column = 0; ///< 1, 2, 3 …; 0: not said

    bool operator==(const LogLink&) const = default;
};

/// The links of a line without colours, in their order and without overlap: "src/App.tsx:42:7", "src/App.tsx(42,7)",
/// "C:\site\a.ts:3", "File "app/main.py", line 3", "https://…". Linear in the length of \a plain.
[[nodiscard]] QList<LogLink> linksIn(const QString& plain);

} // namespace miaobu::app
