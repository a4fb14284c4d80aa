#pragma once

#include <QString>

#include <toml++/toml.h>

#include <optional>

namespace miaobu {

/// \a text as TOML; nothing when it is none.
[[nodiscard]] inline std::optional<toml::table> parseToml(const QString& text) {
    try {
        return toml::parse(text.toStdString());
    } catch (const toml::parse_error&) {
        return std::nullopt;
    }
}

/// The string at a node such as table["build"]["publish"]; empty when there is none.
template <typename Node> [[nodiscard]] QString tomlText(const Node& node) {
    return QString::fromStdString(node.value_or(std::string()));
}

} // namespace miaobu
