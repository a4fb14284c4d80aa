#include "core/detect/semver.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

bool isNumeric(const QString& identifier) {
    return std::all_of(identifier.begin(), identifier.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

std::strong_ordering sign(int comparison) {
    return comparison <=> 0;
}

/// Numbers by value (they may be longer than an integer), words by code point, and a number before a word.
std::strong_ordering compareIdentifiers(const QString& left, const QString& right) {
    const bool leftIsNumber = isNumeric(left);
    const bool rightIsNumber = isNumeric(right);
    if (leftIsNumber != rightIsNumber) {
        return leftIsNumber ? std::strong_ordering::less : std::strong_ordering::greater;
    }
    if (leftIsNumber && left.size() != right.size()) {
        return left.size() <=> right.size();
    }
    return sign(left.compare(right));
}

std::strong_ordering comparePrereleases(const QStringList& left, const QStringList& right) {
    if (left.isEmpty() || right.isEmpty()) {
        return right.size() <=> left.size();
    }
    for (qsizetype i = 0; i < std::min(left.size(), right.size()); ++i) {
        if (const auto order = compareIdentifiers(left.at(i), right.at(i)); order != 0) {
            return order;
        }
    }
    return left.size() <=> right.size();
}

bool holds(const Comparator& comparator, const Version& version) {
    switch (comparator.op) {
    case Comparator::Operator::Equal:
        return version == comparator.version;
    case Comparator::Operator::Less:
        return version < comparator.version;
    case Comparator::Operator::LessOrEqual:
        return version <= comparator.version;
    case Comparator::Operator::Greater:
        return version > comparator.version;
    case Comparator::Operator::GreaterOrEqual:
        return version >= comparator.version;
    }
    return false;
}

bool isSameTriple(const Version& left, const Version& right) {
    return left.majorNumber == right.majorNumber && left.minorNumber == right.minorNumber
        && left.patchNumber == right.patchNumber;
}

bool satisfiesSet(const Version& version, const QList<Comparator>& set) {
    if (!std::all_of(
            set.begin(), set.end(), [&](const Comparator& comparator) { return holds(comparator, version); })) {
        return false;
    }
    return version.prerelease.isEmpty() || std::any_of(set.begin(), set.end(), [&](const Comparator& comparator) {
        return !comparator.version.prerelease.isEmpty() && isSameTriple(comparator.version, version);
    });
}

} // namespace

std::strong_ordering Version::operator<=>(const Version& other) const {
    if (const auto order = majorNumber <=> other.majorNumber; order != 0) {
        return order;
    }
    if (const auto order = minorNumber <=> other.minorNumber; order != 0) {
        return order;
    }
    if (const auto order = patchNumber <=> other.patchNumber; order != 0) {
        return order;
    }
    return comparePrereleases(prerelease, other.prerelease);
}

std::optional<Version> parseVersion(const QString& text) {
    static const QRegularExpression form(
        uR"(^\s*[v=]*\s*(\d{1,15})\.(\d{1,15})\.(\d{1,15})(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z.-]+)?\s*$)"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    return Version{match.captured(1).toLongLong(), match.captured(2).toLongLong(), match.captured(3).toLongLong(),
        match.captured(4).split(u'.', Qt::SkipEmptyParts)};
}

QString toString(const Version& version) {
    const QString release = u"%1.%2.%3"_s.arg(version.majorNumber).arg(version.minorNumber).arg(version.patchNumber);
    return version.prerelease.isEmpty() ? release : release + u'-' + version.prerelease.join(u'.');
}

bool satisfies(const Version& version, const VersionRange& range) {
    return std::any_of(
        range.sets.begin(), range.sets.end(), [&](const auto& set) { return satisfiesSet(version, set); });
}

std::optional<Version> bestOf(const VersionRange& range, const QList<Version>& versions) {
    std::optional<Version> best;
    for (const Version& version : versions) {
        if (satisfies(version, range) && (!best || *best < version)) {
            best = version;
        }
    }
    return best;
}

} // namespace miaobu
