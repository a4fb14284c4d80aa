#include "core/log/line_splitter.h"

#include <algorithm>

namespace miaobu {

namespace {

constexpr unsigned char escapeByte = 0x1b;
constexpr qsizetype mostParameters = 64;
constexpr const char* replacement = "\xef\xbf\xbd";

bool isPlain(unsigned char byte) {
    return (byte >= 0x20 && byte < 0x7f) || byte == '\t';
}

/// How many bytes the UTF-8 character that begins with \a lead has; 0 when none begins so.
qsizetype characterSize(unsigned char lead) {
    if (lead >= 0xc2 && lead <= 0xdf) {
        return 2;
    }
    if (lead >= 0xe0 && lead <= 0xef) {
        return 3;
    }
    return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/// Whether \a byte may follow \a begun (Unicode, table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF).
bool mayFollow(const QByteArray& begun, unsigned char byte) {
    const auto lead = static_cast<unsigned char>(begun.at(0));
    unsigned char first = 0x80;
    unsigned char last = 0xbf;
    if (begun.size() == 1) {
        first = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : first;
        last = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : last;
    }
    return byte >= first && byte <= last;
}

char32_t codePoint(const QByteArray& utf8) {
    const auto lead = static_cast<unsigned char>(utf8.at(0));
    char32_t value = lead & (utf8.size() == 2 ? 0x1fU : utf8.size() == 3 ? 0x0fU : 0x07U);
    for (qsizetype i = 1; i < utf8.size(); ++i) {
        value = value << 6 | (static_cast<unsigned char>(utf8.at(i)) & 0x3fU);
    }
    return value;
}

bool turnsText(char32_t point) {
    return (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069) || point == 0x200e
        || point == 0x200f || point == 0x061c || point == 0x2028 || point == 0x2029;
}

} // namespace

void LineSplitter::feed(QByteArrayView bytes, QList<QByteArray>& lines) {
    const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
    const auto* const end = at + bytes.size();
    while (at != end) {
        if (m_state == State::Ground && isPlain(*at)) {
            const auto* const run = std::find_if_not(at, end, isPlain);
            beforePrinting();
            m_line.append(reinterpret_cast<const char*>(at), run - at);
            at = run;
            continue;
        }
        const unsigned char byte = *at++;
        switch (m_state) {
        case State::Ground:
            ground(byte, lines);
            break;
        case State::Character:
            character(byte, lines);
            break;
        case State::Escape:
        case State::EscapeRest:
            escape(byte, lines);
            break;
        case State::Csi:
            csi(byte, lines);
            break;
        case State::String:
        case State::StringEscape:
            string(byte, lines);
            break;
        }
    }
}

void LineSplitter::dropPendingColours() {
    QByteArray text;
    qsizetype at = 0;
    for (qsizetype next = m_line.indexOf(static_cast<char>(escapeByte)); next >= 0;
        next = m_line.indexOf(escapeByte, at)) {
        text += QByteArrayView(m_line).sliced(at, next - at);
        at = m_line.indexOf('m', next) + 1;
    }
    m_line = text + QByteArrayView(m_line).sliced(at).toByteArray() + sgrOf(m_style);
}

QByteArray LineSplitter::finish() {
    if (m_state == State::Character) {
        beforePrinting();
        m_line += replacement;
    }
    QByteArray line = m_line;
    *this = {};
    return line;
}

void LineSplitter::ground(unsigned char byte, QList<QByteArray>& lines) {
    if (isPlain(byte)) {
        beforePrinting();
        m_line += static_cast<char>(byte);
    } else if (byte == '\n') {
        endLine(lines);
    } else if (byte == '\r') {
        m_returned = true;
    } else if (byte == '\b') {
        takeBack();
    } else if (byte == escapeByte) {
        m_state = State::Escape;
    } else if (byte >= 0x80) {
        m_characterSize = characterSize(byte);
        if (m_characterSize == 0) {
            beforePrinting();
            m_line += replacement;
        } else {
            m_character.append(static_cast<char>(byte));
            m_state = State::Character;
        }
    }
}

void LineSplitter::character(unsigned char byte, QList<QByteArray>& lines) {
    if (!mayFollow(m_character, byte)) {
        m_character.clear();
        m_state = State::Ground;
        beforePrinting();
        m_line += replacement;
        ground(byte, lines);
        return;
    }
    m_character.append(static_cast<char>(byte));
    if (m_character.size() == m_characterSize) {
        m_state = State::Ground;
        endCharacter();
        m_character.clear();
    }
}

void LineSplitter::endCharacter() {
    const char32_t point = codePoint(m_character);
    if (point > 0x9f) {
        beforePrinting();
        m_line += turnsText(point) ? "[U+" + QByteArray::number(point, 16).toUpper().rightJustified(4, '0') + ']'
                                   : m_character;
    } else if (point == 0x9b) {
        m_parameters.clear();
        m_state = State::Csi;
    } else if (point == 0x90 || point == 0x98 || point >= 0x9d) {
        m_state = State::String;
    }
}

void LineSplitter::escape(unsigned char byte, QList<QByteArray>& lines) {
    if (byte == '\n' || byte == 0x18 || byte == 0x1a || byte >= 0x80) {
        m_state = State::Ground;
        ground(byte, lines);
    } else if (byte == escapeByte) {
        m_state = State::Escape;
    } else if (m_state == State::Escape && byte == '[') {
        m_parameters.clear();
        m_state = State::Csi;
    } else if (m_state == State::Escape && (byte == ']' || byte == 'P' || byte == 'X' || byte == '^' || byte == '_')) {
        m_state = State::String;
    } else if (byte >= 0x20 && byte <= 0x2f) {
        m_state = State::EscapeRest;
    } else if (byte >= 0x30) {
        m_state = State::Ground;
    }
}

void LineSplitter::csi(unsigned char byte, QList<QByteArray>& lines) {
    if (byte == '\n' || byte == 0x18 || byte == 0x1a || byte >= 0x80) {
        m_state = State::Ground;
        ground(byte, lines);
    } else if (byte == escapeByte) {
        m_state = State::Escape;
    } else if (byte >= 0x40 && byte != 0x7f) {
        m_state = State::Ground;
        endCsi(static_cast<char>(byte));
    } else if (byte >= 0x20 && m_parameters.size() <= mostParameters) {
        m_parameters += static_cast<char>(byte);
    }
}

void LineSplitter::endCsi(char final) {
    if (final == 'G' && (m_parameters.isEmpty() || m_parameters == "1")) {
        m_returned = true;
    } else if (final == 'K' && m_parameters == "2") {
        restartLine();
    } else if (final == 'm' && m_parameters.size() <= mostParameters
        && std::all_of(m_parameters.cbegin(), m_parameters.cend(),
            [](char c) { return (c >= '0' && c <= '9') || c == ';' || c == ':'; })) {
        applySgr(m_style, QByteArrayView(m_parameters));
        if (m_returned) {
            restartLine();
        } else {
            m_line += "\x1b[" + m_parameters + 'm';
        }
    }
}

void LineSplitter::string(unsigned char byte, QList<QByteArray>& lines) {
    // A string that never ends must not hide the rest of the log: a line feed ends it too.
    if (byte == '\n' || byte == 0x18 || byte == 0x1a) {
        m_state = State::Ground;
        ground(byte, lines);
    } else if (byte == 0x07) {
        m_state = State::Ground;
    } else if (m_state == State::StringEscape && byte != escapeByte) {
        m_state = State::Escape;
        escape(byte, lines);
    } else {
        m_state = byte == escapeByte ? State::StringEscape : State::String;
    }
}

void LineSplitter::endLine(QList<QByteArray>& lines) {
    lines.append(m_line);
    m_line = sgrOf(m_style);
    m_returned = false;
    m_printed = false;
}

void LineSplitter::beforePrinting() {
    if (m_returned) {
        restartLine();
    }
    m_printed = true;
}

void LineSplitter::restartLine() {
    m_line = sgrOf(m_style);
    m_returned = false;
}

void LineSplitter::takeBack() {
    const qsizetype near = std::max<qsizetype>(m_line.size() - mostParameters - 3, 0);
    const qsizetype sequence = QByteArrayView(m_line).sliced(near).lastIndexOf(static_cast<char>(escapeByte));
    const qsizetype sequenceEnd = sequence < 0 ? 0 : m_line.indexOf('m', near + sequence) + 1;
    qsizetype start = m_line.size();
    while (start > sequenceEnd) {
        --start;
        if ((static_cast<unsigned char>(m_line.at(start)) & 0xc0U) != 0x80) {
            break;
        }
    }
    m_line.truncate(start);
}

} // namespace miaobu
