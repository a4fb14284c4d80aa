#pragma once

#include "core/log/token_patterns.h"

#include <QStringList>

namespace miaobu {

/// Masks secrets in the lines of a log. Works on whole lines, as LineSplitter gives them: however the stream was cut,
/// and whatever colours a tool puts into the middle, a secret lies whole in its line.
class Redactor {
public:
    /// What one channel has begun in an earlier line or piece of a line.
    struct Memory {
        int keyLines = 0; ///< How many more lines may belong to a private key.
        bool insideToken = false; ///< The piece before ended in the middle of something masked.
    };

    explicit Redactor(const QStringList& secrets);

    /// \a line with "***" in the place of everything secret. Colours are kept.
    [[nodiscard]] QByteArray masked(const QByteArray& line, Memory& memory) const;

    struct Piece {
        QByteArray text; ///< Masked
        qsizetype taken = 0; ///< Bytes of the line it stands for
    };
    /// As much of the beginning of a line that is too long to wait for its end as can be given away without cutting a
    /// secret.
    [[nodiscard]] Piece maskedBeginning(const QByteArray& line, Memory& memory) const;

    /// Whether the end of \a line may be the beginning of a secret.
    [[nodiscard]] bool mayEndInSecret(const QByteArray& line) const;

private:
    [[nodiscard]] QList<ByteRange> rangesIn(QByteArrayView plain, Memory& memory) const;
    [[nodiscard]] qsizetype heldBack() const;

    PatternMatcher m_secrets;
    TokenPatterns m_tokens;
};

} // namespace miaobu
