#pragma once

#include <QString>

namespace miaobu {

/// One property of an object literal.
struct ConfigValue {
    enum class Kind { Text, Flag, Object, Unknown };
    QString path{}; ///< The keys on the way, "build.outDir". Calls, functions and lists in between do not count.
    int object = 0; ///< The literal it stands in: siblings share it.
    Kind kind = Kind::Unknown;
    QString text{}; ///< Of a Text; also of path.resolve(__dirname, "a", "b"), as "a/b".
    bool flag = false;
    bool isFromFile
        = false; ///< The text is a path that counts from the folder of the file: it was joined to __dirname.
    bool isConditional = false; ///< Inside an if, a ternary, an && or a spread.
};

} // namespace miaobu
