#include "core/log/pattern_matcher.h"

#include <limits>

namespace miaobu {

PatternMatcher::PatternMatcher(QList<QByteArray> patterns) : m_patterns(std::move(patterns)) {
    if (m_patterns.isEmpty()) {
        return;
    }
    const auto shorter = [](const QByteArray& a, const QByteArray& b) { return a.size() < b.size(); };
    const auto [shortest, longest] = std::minmax_element(m_patterns.cbegin(), m_patterns.cend(), shorter);
    m_shortest = shortest->size();
    m_longest = longest->size();
    const qsizetype furthest = std::min<qsizetype>(m_shortest - 1, std::numeric_limits<quint8>::max());
    m_skip.assign(1U << 16, static_cast<quint8>(furthest));
    for (qsizetype i = 0; i < m_patterns.size(); ++i) {
        for (qsizetype last = 1; last < m_shortest; ++last) {
            auto& skip = m_skip[blockAt(m_patterns.at(i), last)];
            skip = static_cast<quint8>(std::min<qsizetype>(skip, m_shortest - 1 - last));
        }
        m_entries.push_back({blockAt(m_patterns.at(i), m_shortest - 1), i});
    }
    std::sort(m_entries.begin(), m_entries.end(), [](const Entry& a, const Entry& b) { return a.block < b.block; });
}

} // namespace miaobu
