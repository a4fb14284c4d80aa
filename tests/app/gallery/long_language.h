#pragma once

#include <QTranslator>

namespace miaobu::app::gallery {

/// A language in which everything the program says is longer by two fifths, accented, and stands in brackets: what has
/// none was never given to a translator.
class LongLanguage final : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source, const char*, int) const override {
        if (!QByteArrayView(context).startsWith("miaobu")) {
            return {};
        }
        QString text = QString::fromUtf8(source);
        const auto growth = std::max<qsizetype>(1, text.size() * 2 / 5);
        text.replace(u'e', u'é').replace(u'a', u'å').replace(u'u', u'ü');
        return u'[' + text + QString(std::max<qsizetype>(1, growth - 2), QChar(u'ö')) + u']';
    }
};

} // namespace miaobu::app::gallery
