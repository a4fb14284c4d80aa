#include "core/log/token_patterns.h"

#include <array>
#include <limits>

namespace miaobu {

namespace {

constexpr int mostKeyLines = 100;

bool isAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
bool isWord(char c) {
    return isAlphanumeric(c) || c == '_';
}
bool isUnbroken(char c) {
    return static_cast<unsigned char>(c) > 0x20 && c != '"' && c != '\'';
}
bool isParameter(char c) {
    return isUnbroken(c) && c != '&' && c != ',' && c != ';';
}

/// A token: a fixed beginning, then a run of characters of a kind.
struct Token {
    const char* beginning;
    bool (*belongs)(char);
    qsizetype shortest; ///< Of the run
    bool beginningIsSecret; ///< Masked with the run, or left to be read
};

constexpr std::array tokens{
    Token{"ghp_", isAlphanumeric, 36, true},
    Token{"gho_", isAlphanumeric, 36, true},
    Token{"ghu_", isAlphanumeric, 36, true},
    Token{"ghs_", isAlphanumeric, 36, true},
    Token{"ghr_", isAlphanumeric, 36, true},
    Token{"github_pat_", isWord, 22, true},
    Token{"npm_", isAlphanumeric, 36, true},
    Token{"LTAI", isAlphanumeric, 12, true},
    Token{"Bearer ", isUnbroken, 1, false},
    Token{"bearer ", isUnbroken, 1, false},
    Token{"Signature=", isParameter, 1, false},
    Token{"_authToken=", isUnbroken, 1, false},
};
constexpr qsizetype urlPattern = std::size(tokens);
constexpr qsizetype beginPattern = urlPattern + 1;
constexpr qsizetype endPattern = urlPattern + 2;
constexpr qsizetype keyPattern = urlPattern + 3;

QList<QByteArray> beginnings() {
    QList<QByteArray> all;
    for (const Token& token : tokens) {
        all.append(token.beginning);
    }
    return all << "://" << "-----BEGIN " << "-----END " << "PRIVATE KEY-----";
}

/// The password of "scheme://user:password@host", given where "://" ends.
void findUrlPassword(QByteArrayView line, qsizetype start, QList<ByteRange>& ranges) {
    qsizetype colon = -1;
    for (qsizetype i = start; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '@') {
            if (colon > 0 && i > colon + 1) {
                ranges.append({colon + 1, i, start});
            }
            return;
        }
        if (!isUnbroken(c) || c == '/' || c == '?' || c == '#') {
            return;
        }
        if (c == ':' && colon < 0) {
            colon = i;
        }
    }
}

} // namespace

TokenPatterns::TokenPatterns() : m_beginnings(beginnings()) { }

void TokenPatterns::find(QByteArrayView line, QList<ByteRange>& ranges, int& keyLines) const {
    qsizetype keyStart = keyLines > 0 ? 0 : -1;
    if (keyLines > 0) {
        --keyLines;
    }
    qsizetype lastBegin = -1;
    qsizetype lastEnd = -1;
    qsizetype covered
        = 0; // What lies before is not looked at again: a line of nothing but beginnings takes linear time.
    m_beginnings.find(line, [&](qsizetype start, qsizetype pattern) {
        const qsizetype end = start + m_beginnings.pattern(pattern).size();
        if (pattern == urlPattern) {
            findUrlPassword(line, end, ranges);
        } else if (pattern == beginPattern) {
            lastBegin = start;
        } else if (pattern == endPattern) {
            lastEnd = start;
        } else if (pattern == keyPattern) {
            const bool ends = lastEnd > lastBegin;
            if (ends && keyStart >= 0) {
                ranges.append({keyStart, end});
                keyStart = -1;
                keyLines = 0;
            } else if (!ends) {
                keyStart = keyStart < 0 ? std::max<qsizetype>(lastBegin, 0) : keyStart;
                keyLines = mostKeyLines;
            }
        } else {
            const Token& token = tokens.at(static_cast<std::size_t>(pattern));
            const auto* const from = line.begin() + std::max(end, covered);
            const auto* const run = std::find_if_not(from, line.end(), token.belongs);
            if (run - (line.begin() + end) >= token.shortest) {
                covered = run - line.begin();
                ranges.append({token.beginningIsSecret ? start : end, covered, start});
            }
        }
    });
    if (keyStart >= 0 && keyStart < line.size()) {
        ranges.append({keyStart, line.size()});
    }
}

} // namespace miaobu
