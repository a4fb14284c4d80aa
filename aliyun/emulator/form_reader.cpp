#include "aliyun/emulator/form_reader.h"

#include "aliyun/emulator/encoding.h"

namespace miaobu::emulator {

namespace {

constexpr std::size_t longestFields = 1U << 20;
constexpr std::string_view fileField = "file";

/// The value of name="…" in a header.
std::string parameterOf(std::string_view line, std::string_view name) {
    const std::string wanted = std::string(name) + "=\"";
    std::size_t at = line.find(wanted);
    // Not the name that another one ends with: filename="…" has name="…" in it.
    while (at != std::string_view::npos && at > 0 && line[at - 1] != ' ' && line[at - 1] != ';') {
        at = line.find(wanted, at + 1);
    }
    if (at == std::string_view::npos) {
        return {};
    }
    const std::string_view rest = line.substr(at + wanted.size());
    return std::string(rest.substr(0, rest.find('"')));
}

} // namespace

FormReader::FormReader(std::string boundary, std::function<void(std::string_view)> takeFile)
    : m_delimiter("\r\n--" + std::move(boundary)), m_takeFile(std::move(takeFile)), m_buffer("\r\n") { }

bool FormReader::feed(std::string_view piece) {
    if (m_state != State::Done) {
        m_buffer += piece;
    }
    while (!m_bad && step()) { }
    m_bad = m_bad || (m_state != State::File && m_buffer.size() > longestFields);
    return !m_bad;
}

std::string FormReader::field(const std::string& name) const {
    const auto found = m_fields.find(lowerCase(name));
    return found == m_fields.end() ? std::string() : found->second;
}

bool FormReader::step() {
    switch (m_state) {
    case State::Start:
        return takeStart();
    case State::Delimited:
        return takeDelimiterEnd();
    case State::Headers:
        return takeHeaders();
    case State::Field:
    case State::File:
        return takeContent();
    case State::Done:
        break;
    }
    return false;
}

bool FormReader::takeStart() {
    const std::size_t at = m_buffer.find(m_delimiter);
    if (at == std::string::npos) {
        return false;
    }
    m_buffer.erase(0, at + m_delimiter.size());
    m_state = State::Delimited;
    return true;
}

bool FormReader::takeDelimiterEnd() {
    if (m_buffer.size() < 2) {
        return false;
    }
    m_bad = !m_buffer.starts_with("\r\n");
    m_buffer.erase(0, 2);
    m_state = State::Headers;
    return !m_bad;
}

bool FormReader::takeHeaders() {
    const std::size_t end = m_buffer.find("\r\n\r\n");
    if (end == std::string::npos) {
        return false;
    }
    m_name.clear();
    const std::string headers = m_buffer.substr(0, end);
    for (const std::string_view line : split(headers, '\n')) {
        readHeader(trimmed(line));
    }
    m_buffer.erase(0, end + 4);
    m_state = m_name == fileField ? State::File : State::Field;
    m_bad = m_name.empty();
    return !m_bad;
}

void FormReader::readHeader(std::string_view line) {
    const std::string name = lowerCase(line.substr(0, line.find(':')));
    if (name == "content-disposition") {
        m_name = lowerCase(parameterOf(line, "name"));
        m_fileName = parameterOf(line, "filename");
    } else if (name == "content-type") {
        m_fileType = trimmed(line.substr(name.size() + 1));
    }
}

bool FormReader::takeContent() {
    const std::size_t end = m_buffer.find(m_delimiter);
    if (m_state == State::File) {
        const std::size_t kept = std::min(m_buffer.size(), m_delimiter.size() - 1);
        const std::size_t sure = end == std::string::npos ? m_buffer.size() - kept : end;
        m_takeFile(std::string_view(m_buffer).substr(0, sure));
        m_buffer.erase(0, sure);
        m_state = end == std::string::npos ? State::File : State::Done;
        return false;
    }
    if (end == std::string::npos) {
        return false;
    }
    m_fields.insert_or_assign(m_name, m_buffer.substr(0, end));
    m_fileType.clear();
    m_buffer.erase(0, end + m_delimiter.size());
    m_state = State::Delimited;
    return true;
}

std::optional<std::string> formBoundary(const std::string& contentType) {
    constexpr std::string_view form = "multipart/form-data";
    constexpr std::string_view name = "boundary=";
    const std::size_t at = contentType.find(name);
    if (!lowerCase(contentType).starts_with(form) || at == std::string::npos) {
        return std::nullopt;
    }
    std::string_view value = std::string_view(contentType).substr(at + name.size());
    value = trimmed(value.substr(0, value.find(';')));
    if (value.size() >= 2 && value.front() == '"') {
        value = value.substr(1, value.size() - 2);
    }
    return value.empty() ? std::nullopt : std::optional(std::string(value));
}

} // namespace miaobu::emulator
