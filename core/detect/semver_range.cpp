#include "core/detect/semver.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

using Operator = Comparator::Operator;

/// "1", "1.x" or "1.2.3-beta": a number that is missing or a wildcard is 0, and so are all after it.
struct Partial {
    Version version;
    int given = 0; ///< How many of the three numbers were written.
};

/// Lower than every prerelease of the same numbers: what an exclusive upper bound is, so that 2.0.0-beta is not
/// below 2.0.0.
Version floorOf(qint64 major, qint64 minor, qint64 patch) {
    return {major, minor, patch, {u"0"_s}};
}

std::optional<Partial> parsePartial(const QString& text) {
    static const QRegularExpression form(
        uR"(^[v=\s]*(\d{1,15}|[xX*])?(?:\.(\d{1,15}|[xX*]))?(?:\.(\d{1,15}|[xX*]))?(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z.-]+)?$)"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    Partial partial;
    qint64* const numbers[]
        = {&partial.version.majorNumber, &partial.version.minorNumber, &partial.version.patchNumber};
    for (int i = 0; i < 3; ++i) {
        bool isNumber = false;
        const qint64 number = match.captured(i + 1).toLongLong(&isNumber);
        if (!isNumber) {
            return partial;
        }
        *numbers[i] = number;
        ++partial.given;
    }
    partial.version.prerelease = match.captured(4).split(u'.', Qt::SkipEmptyParts);
    return partial;
}

/// The first version behind everything \a partial stands for: 1 → 2.0.0, 1.2 → 1.3.0.
Version behind(const Partial& partial) {
    const Version& v = partial.version;
    return partial.given == 1 ? Version{v.majorNumber + 1, 0, 0, {}} : Version{v.majorNumber, v.minorNumber + 1, 0, {}};
}

Version lowest(Version version) {
    version.prerelease = QStringList{u"0"_s};
    return version;
}

QList<Comparator> everything() {
    return {{Operator::GreaterOrEqual, {}}};
}

QList<Comparator> nothing() {
    return {{Operator::Less, floorOf(0, 0, 0)}};
}

QList<Comparator> plain(const Partial& partial) {
    if (partial.given == 0) {
        return everything();
    }
    if (partial.given == 3) {
        return {{Operator::Equal, partial.version}};
    }
    return {{Operator::GreaterOrEqual, partial.version}, {Operator::Less, lowest(behind(partial))}};
}

QList<Comparator> tilde(const Partial& partial) {
    if (partial.given < 3) {
        return plain(partial);
    }
    return {{Operator::GreaterOrEqual, partial.version},
        {Operator::Less, floorOf(partial.version.majorNumber, partial.version.minorNumber + 1, 0)}};
}

QList<Comparator> caret(const Partial& partial) {
    if (partial.given == 0) {
        return everything();
    }
    const Version& v = partial.version;
    Version end = floorOf(v.majorNumber + 1, 0, 0);
    if (v.majorNumber == 0 && partial.given >= 2) {
        end = floorOf(0, v.minorNumber + 1, 0);
        if (v.minorNumber == 0 && partial.given == 3) {
            end = floorOf(0, 0, v.patchNumber + 1);
        }
    }
    return {{Operator::GreaterOrEqual, v}, {Operator::Less, end}};
}

QList<Comparator> compared(const QString& op, const Partial& partial) {
    if (partial.given == 0) {
        return op.contains(u'=') ? everything() : nothing();
    }
    if (op == u">="_s) {
        return {{Operator::GreaterOrEqual, partial.version}};
    }
    if (op == u"<"_s) {
        return {{Operator::Less, partial.given == 3 ? partial.version : lowest(partial.version)}};
    }
    if (op == u">"_s) {
        return partial.given == 3 ? QList<Comparator>{{Operator::Greater, partial.version}}
                                  : QList<Comparator>{{Operator::GreaterOrEqual, behind(partial)}};
    }
    return partial.given == 3 ? QList<Comparator>{{Operator::LessOrEqual, partial.version}}
                              : QList<Comparator>{{Operator::Less, lowest(behind(partial))}};
}

std::optional<QList<Comparator>> parseSimple(const QString& text) {
    static const QRegularExpression form(uR"(^(~>|~|\^|>=|<=|>|<|=)?(.*)$)"_s);
    const QRegularExpressionMatch match = form.match(text);
    const std::optional<Partial> partial = parsePartial(match.captured(2));
    if (!partial) {
        return std::nullopt;
    }
    const QString op = match.captured(1);
    if (op.isEmpty() || op == u"="_s) {
        return plain(*partial);
    }
    if (op.startsWith(u'~')) {
        return tilde(*partial);
    }
    return op == u"^"_s ? caret(*partial) : compared(op, *partial);
}

std::optional<QList<Comparator>> parseHyphen(const QString& from, const QString& to) {
    const std::optional<Partial> low = parsePartial(from);
    const std::optional<Partial> high = parsePartial(to);
    if (!low || !high) {
        return std::nullopt;
    }
    return compared(u">="_s, *low) + compared(u"<="_s, *high);
}

std::optional<QList<Comparator>> parseSet(QString text) {
    static const QRegularExpression hyphen(uR"(^\s*(\S+)\s+-\s+(\S+)\s*$)"_s);
    if (const QRegularExpressionMatch match = hyphen.match(text); match.hasMatch()) {
        return parseHyphen(match.captured(1), match.captured(2));
    }
    static const QRegularExpression spaceAfterOperator(uR"((~>|[~^]|[<>]=?|=)\s+)"_s);
    text.replace(spaceAfterOperator, u"\\1"_s);
    // A comma is not in npm's grammar, but people write it.
    static const QRegularExpression between(uR"([\s,]+)"_s);
    QList<Comparator> set;
    for (const QString& word : text.split(between, Qt::SkipEmptyParts)) {
        const std::optional<QList<Comparator>> comparators = parseSimple(word);
        if (!comparators) {
            return std::nullopt;
        }
        set += *comparators;
    }
    return set.isEmpty() ? everything() : set;
}

} // namespace

std::optional<VersionRange> parseRange(const QString& text) {
    constexpr qsizetype longestRange = 4096;
    if (text.size() > longestRange) {
        return std::nullopt;
    }
    VersionRange range;
    for (const QString& part : text.split(u"||"_s)) {
        const std::optional<QList<Comparator>> set = parseSet(part);
        if (!set) {
            return std::nullopt;
        }
        range.sets.append(*set);
    }
    return range;
}

} // namespace miaobu
