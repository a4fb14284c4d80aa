#pragma once

#include "core/detect/javascript_tokens.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace miaobu {

/// One property of an object literal.
struct ConfigValue {
    enum class Kind { Text, Flag, Object, Unknown };
    QString path {}; ///< The keys on the way, "build.outDir". Calls, functions and lists in between do not count.
    int object = 0; ///< The literal it stands in: siblings share it.
    Kind kind = Kind::Unknown;
    QString text {}; ///< Of a Text; also of path.resolve(__dirname, "a", "b"), as "a/b".
    bool flag = false;
    bool isConditional = false; ///< Inside an if, a ternary, an && or a spread.
};

/// What a configuration written in JavaScript or TypeScript says literally. It is read, never run: a value that is computed
/// has the kind Unknown, except for a constant of the same file and the usual ways to join a path.
class ConfigFile {
public:
    explicit ConfigFile(const QString& source);

    [[nodiscard]] bool isEmpty() const { return m_tokens.isEmpty(); }
    /// The first property at \a path; nothing when it is not said.
    [[nodiscard]] std::optional<ConfigValue> find(const QString& path) const;
    [[nodiscard]] QList<ConfigValue> all(const QString& path) const;
    /// The constant text at \a path; empty when it is not said or computed.
    [[nodiscard]] QString text(const QString& path) const;
    /// The constant text of \a key in the same literal as \a value.
    [[nodiscard]] QString sibling(const ConfigValue& value, const QString& key) const;
    /// Whether \a path is said, always, to be \a flag.
    [[nodiscard]] bool says(const QString& path, bool flag) const;
    /// Whether \a path is said, always, to be \a text.
    [[nodiscard]] bool says(const QString& path, const QString& text) const;
    /// Whether \a text stands in it as a whole string, as the name of an imported module does.
    [[nodiscard]] bool mentions(const QString& text) const;
    /// The first argument of a call of \a function, when it is constant text.
    [[nodiscard]] QString argumentOf(const QString& function) const;

private:
    void readConstants();

    QList<JavaScriptToken> m_tokens;
    QHash<QString, QString> m_constants;
    QList<ConfigValue> m_values;
};

} // namespace miaobu
