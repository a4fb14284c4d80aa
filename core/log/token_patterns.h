#pragma once

#include "core/log/pattern_matcher.h"

namespace miaobu {

/// A stretch of bytes to mask, its end not included.
struct ByteRange {
    qsizetype start = 0;
    qsizetype end = 0;
    qsizetype context = start; ///< Where begins what it was recognised by.
};

/// Finds what looks like a credential though nobody named it: GitHub and npm tokens, Alibaba Cloud access keys, bearer
/// tokens, signatures, passwords in URLs, private keys.
class TokenPatterns {
public:
    TokenPatterns();

    /// Appends the tokens in one line. \a keyLines says how many more lines may belong to a private key that has begun
    /// (0: none has); it is updated.
    void find(QByteArrayView line, QList<ByteRange>& ranges, int& keyLines) const;

private:
    PatternMatcher m_beginnings;
};

} // namespace miaobu
