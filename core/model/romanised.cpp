#include "core/model/romanised.h"

#include <unicode/translit.h>

#include <algorithm>
#include <memory>

namespace miaobu {

QString romanised(const QString& text) {
    // Loading the rules takes a tenth of a second, and most names need none.
    if (std::all_of(text.begin(), text.end(), [](QChar character) { return character.unicode() < 0x80; })) {
        return text;
    }
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> rules(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    if (U_FAILURE(status) || !rules) {
        return text;
    }
    icu::UnicodeString letters(reinterpret_cast<const char16_t*>(text.utf16()), static_cast<int32_t>(text.size()));
    rules->transliterate(letters);
    return QString::fromUtf16(letters.getBuffer(), letters.length());
}

} // namespace miaobu
