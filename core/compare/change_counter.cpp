#include "core/compare/change_counter.h"

#include "core/model/manifest_difference.h"

#include <QtConcurrentRun>

#include <utility>

namespace miaobu {

namespace {

std::optional<ChangeCounts> countsOf(const ManifestStore& manifests, DeploymentId before, DeploymentId after) {
    const std::optional<Manifest> left = manifests.kept(before);
    const std::optional<Manifest> right = left ? manifests.kept(after) : std::nullopt;
    if (!right) {
        return std::nullopt;
    }
    const ManifestDifference difference = differenceOf(*left, *right);
    return ChangeCounts{
        difference.added, difference.changed, difference.removed, difference.bytesAfter - difference.bytesBefore};
}

} // namespace

ChangeCounter::ChangeCounter(const Home& home) : m_manifests(home) {
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        const Pair pair = std::exchange(m_counting, {0, 0});
        const std::optional<ChangeCounts> counts = m_watcher.result();
        m_known.insert(pair, counts);
        countNext();
        if (counts) {
            emit counted(pair.first, pair.second);
        }
    });
}

ChangeCounter::~ChangeCounter() {
    m_watcher.waitForFinished();
}

std::optional<ChangeCounts> ChangeCounter::between(DeploymentId before, DeploymentId after) {
    const Pair pair(before, after);
    if (const auto known = m_known.constFind(pair); known != m_known.constEnd()) {
        return *known;
    }
    m_known.insert(pair, std::nullopt);
    m_waiting.append(pair);
    countNext();
    return std::nullopt;
}

void ChangeCounter::countNext() {
    if (m_counting.first == 0 && !m_waiting.isEmpty()) {
        m_counting = m_waiting.takeLast();
        const auto work
            = [manifests = m_manifests, pair = m_counting] { return countsOf(manifests, pair.first, pair.second); };
        m_watcher.setFuture(QtConcurrent::run(work));
    }
}

} // namespace miaobu
