#include "core/detect/config_reading.h"

#include "core/detect/config_values.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

ConfigFile::ConfigFile(const QString& source) : m_tokens(javaScriptTokens(source)) {
    readConstants();
    m_values = configValues(m_tokens, m_constants);
}

void ConfigFile::readConstants() {
    for (qsizetype i = 0; i + 3 < m_tokens.size(); ++i) {
        const JavaScriptToken& word = m_tokens.at(i);
        if ((word.isWord(u"const") || word.isWord(u"let") || word.isWord(u"var")) && m_tokens.at(i + 2).isSign(u"=")
            && m_tokens.at(i + 3).isConstantText()) {
            m_constants.insert(m_tokens.at(i + 1).text, m_tokens.at(i + 3).text);
        }
    }
}

std::optional<ConfigValue> ConfigFile::find(const QString& path) const {
    const auto found
        = std::find_if(m_values.begin(), m_values.end(), [&](const ConfigValue& value) { return value.path == path; });
    return found == m_values.end() ? std::nullopt : std::optional(*found);
}

QList<ConfigValue> ConfigFile::all(const QString& path) const {
    QList<ConfigValue> found;
    std::copy_if(m_values.begin(), m_values.end(), std::back_inserter(found),
        [&](const ConfigValue& value) { return value.path == path; });
    return found;
}

QString ConfigFile::text(const QString& path) const {
    const std::optional<ConfigValue> value = find(path);
    return value ? value->text : QString();
}

QString ConfigFile::sibling(const ConfigValue& value, const QString& key) const {
    for (const ConfigValue& other : m_values) {
        if (other.object == value.object && other.path.section(u'.', -1) == key) {
            return other.text;
        }
    }
    return {};
}

bool ConfigFile::says(const QString& path, bool flag) const {
    const std::optional<ConfigValue> value = find(path);
    return value && value->kind == ConfigValue::Kind::Flag && value->flag == flag && !value->isConditional;
}

bool ConfigFile::says(const QString& path, const QString& text) const {
    const std::optional<ConfigValue> value = find(path);
    return value && value->kind == ConfigValue::Kind::Text && value->text == text && !value->isConditional;
}

bool ConfigFile::mentions(const QString& text) const {
    return std::any_of(m_tokens.begin(), m_tokens.end(),
        [&](const JavaScriptToken& token) { return token.isConstantText() && token.text == text; });
}

QString ConfigFile::argumentOf(const QString& function) const {
    for (qsizetype i = 0; i + 2 < m_tokens.size(); ++i) {
        if (m_tokens.at(i).isWord(function) && m_tokens.at(i + 1).isSign(u"(") && m_tokens.at(i + 2).isConstantText()) {
            return m_tokens.at(i + 2).text;
        }
    }
    return {};
}

} // namespace miaobu
