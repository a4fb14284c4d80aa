#pragma once

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <vector>

namespace miaobu {

/// Finds any of many byte strings in a text in one pass, looking at about every fifth byte only
/// (S. Wu, U. Manber: A fast algorithm for multi-pattern searching, 1994).
class PatternMatcher {
public:
    /// Every pattern has two bytes or more.
    explicit PatternMatcher(QList<QByteArray> patterns);

    /// Calls \a onMatch(start, index of the pattern) for every occurrence, overlapping ones too, in the order of their
    /// starts.
    template <typename OnMatch> void find(QByteArrayView text, OnMatch onMatch) const {
        if (m_patterns.isEmpty()) {
            return;
        }
        for (qsizetype last = m_shortest - 1; last < text.size();) {
            const std::size_t block = blockAt(text, last);
            if (m_skip[block] > 0) {
                last += m_skip[block];
                continue;
            }
            const qsizetype start = last - m_shortest + 1;
            auto entry = std::lower_bound(m_entries.begin(), m_entries.end(), block,
                [](const Entry& candidate, std::size_t wanted) { return candidate.block < wanted; });
            for (; entry != m_entries.end() && entry->block == block; ++entry) {
                if (text.sliced(start).startsWith(m_patterns.at(entry->pattern))) {
                    onMatch(start, entry->pattern);
                }
            }
            ++last;
        }
    }

    [[nodiscard]] qsizetype count() const { return m_patterns.size(); }
    [[nodiscard]] const QByteArray& pattern(qsizetype index) const { return m_patterns.at(index); }
    [[nodiscard]] qsizetype longest() const { return m_longest; }

private:
    struct Entry {
        std::size_t block = 0; ///< The two bytes that end the pattern's first m_shortest bytes
        qsizetype pattern = 0;
    };

    static std::size_t blockAt(QByteArrayView text, qsizetype last) {
        return static_cast<std::size_t>(static_cast<unsigned char>(text[last - 1])) << 8
            | static_cast<unsigned char>(text[last]);
    }

    QList<QByteArray> m_patterns;
    qsizetype m_shortest = 0;
    qsizetype m_longest = 0;
    std::vector<quint8> m_skip;
    std::vector<Entry> m_entries;
};

} // namespace miaobu
