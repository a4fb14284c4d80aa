#pragma once

#include "core/detect/config_value.h"
#include "core/detect/javascript_tokens.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace miaobu {

/// What a configuration written in JavaScript or TypeScript says literally. It is read, never run: a value that is
/// computed has the kind Unknown, except for a constant of the same file and the usual ways to join a path.
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
