#pragma once

#include <QList>
#include <QString>

namespace miaobu {

/// A piece of JavaScript or TypeScript. Comments and regular expressions are not kept.
struct JavaScriptToken {
    enum class Kind { Word, Number, Text, Template, Sign };
    Kind kind = Kind::Sign;
    QString text; ///< Of a Text without its quotes; of a Template with "${" in it when it is not constant.

    [[nodiscard]] bool isSign(QStringView sign) const { return kind == Kind::Sign && text == sign; }
    [[nodiscard]] bool isWord(QStringView word) const { return kind == Kind::Word && text == word; }
    [[nodiscard]] bool isConstantText() const;
};

/// Cuts \a source into tokens. Never fails: what is no JavaScript gives odd tokens, and at most 50,000 of them.
[[nodiscard]] QList<JavaScriptToken> javaScriptTokens(const QString& source);

} // namespace miaobu
