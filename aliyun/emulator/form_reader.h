#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace miaobu::emulator {

/// Takes a multipart/form-data body apart while it arrives (RFC 7578). The field "file" ends the form: what follows it
/// is ignored, as OSS does.
class FormReader {
public:
    /// The bytes of the file are given to \a takeFile in pieces.
    FormReader(std::string boundary, std::function<void(std::string_view)> takeFile);

    /// \returns false once the body is no form, or its fields are longer than any form's.
    [[nodiscard]] bool feed(std::string_view piece);
    /// Whether the file came and ended.
    [[nodiscard]] bool isComplete() const { return m_state == State::Done; }

    /// By lower-case name.
    [[nodiscard]] const std::map<std::string, std::string>& fields() const { return m_fields; }
    [[nodiscard]] std::string field(const std::string& name) const;
    [[nodiscard]] const std::string& fileName() const { return m_fileName; }
    [[nodiscard]] const std::string& fileType() const { return m_fileType; }

private:
    enum class State { Start, Delimited, Headers, Field, File, Done };
    [[nodiscard]] bool step();
    [[nodiscard]] bool takeStart();
    [[nodiscard]] bool takeDelimiterEnd();
    [[nodiscard]] bool takeHeaders();
    [[nodiscard]] bool takeContent();
    void readHeader(std::string_view line);

    const std::string m_delimiter;
    const std::function<void(std::string_view)> m_takeFile;
    State m_state = State::Start;
    bool m_bad = false;
    std::string m_buffer;
    std::string m_name;
    std::string m_fileName;
    std::string m_fileType;
    std::map<std::string, std::string> m_fields;
};

/// The boundary of a Content-Type; nothing for another type.
[[nodiscard]] std::optional<std::string> formBoundary(const std::string& contentType);

} // namespace miaobu::emulator
