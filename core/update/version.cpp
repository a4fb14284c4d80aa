#include "core/update/version.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

std::strong_ordering compared(int difference) {
    return difference <=> 0;
}

/// Of two numbers without leading zeros the longer one is greater; so none is too great.
std::strong_ordering compareNumbers(const QString& left, const QString& right) {
    return left.size() != right.size() ? left.size() <=> right.size() : compared(left.compare(right));
}

bool isNumber(const QString& part) {
    return std::ranges::all_of(part, [](QChar character) { return character >= u'0' && character <= u'9'; });
}

std::strong_ordering compareParts(const QString& left, const QString& right) {
    if (isNumber(left) && isNumber(right)) {
        return compareNumbers(left, right);
    }
    if (isNumber(left) != isNumber(right)) {
        return isNumber(left) ? std::strong_ordering::less : std::strong_ordering::greater;
    }
    return compared(left.compare(right));
}

} // namespace

std::strong_ordering operator<=>(const ReleaseVersion& left, const ReleaseVersion& right) {
    for (std::size_t i = 0; i < left.numbers.size(); ++i) {
        if (const auto order = compareNumbers(left.numbers.at(i), right.numbers.at(i)); order != 0) {
            return order;
        }
    }
    if (left.preRelease.isEmpty() != right.preRelease.isEmpty()) {
        return left.preRelease.isEmpty() ? std::strong_ordering::greater : std::strong_ordering::less;
    }
    return std::lexicographical_compare_three_way(
        left.preRelease.begin(), left.preRelease.end(), right.preRelease.begin(), right.preRelease.end(), compareParts);
}

std::optional<ReleaseVersion> releaseVersionFrom(const QString& text) {
    static const QRegularExpression pattern(
        uR"(\Av?(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*))"
        uR"((?:-((?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*))*))?)"
        uR"((?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?\z)"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    return ReleaseVersion{
        {match.captured(1), match.captured(2), match.captured(3)}, match.captured(4).split(u'.', Qt::SkipEmptyParts)};
}

} // namespace miaobu
