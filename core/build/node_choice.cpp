#include "core/build/node_choice.h"

#include "core/async/error.h"
#include "core/detect/node_version.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

const QString oldest = u">=18"_s;

template <typename Fits> const NodeInstallation* newest(const QList<NodeInstallation>& installed, Fits fits) {
    const NodeInstallation* best = nullptr;
    for (const NodeInstallation& node : installed) {
        if (fits(node.version) && (best == nullptr || node.version > best->version)) {
            best = &node;
        }
    }
    return best;
}

const NodeInstallation* newestIn(const QList<NodeInstallation>& installed, const VersionRange& range) {
    return newest(installed, [&range](const Version& version) { return satisfies(version, range); });
}

} // namespace

NodeInstallation chooseNode(const QList<NodeInstallation>& installed, const QString& declared) {
    const std::optional<VersionRange> range = nodeVersionRange(declared);
    if (installed.isEmpty()) {
        throw Error(ErrorKind::NodeMissing, range ? declared : oldest);
    }
    const NodeInstallation* found = nullptr;
    if (range) {
        found = newestIn(installed, *range);
        if (const std::optional<Version> exact = parseVersion(declared.trimmed()); found == nullptr && exact) {
            found = newest(installed, [&exact](const Version& version) {
                return version.majorNumber == exact->majorNumber && version >= *exact;
            });
        }
    } else {
        const VersionRange supported = parseRange(oldest).value();
        found = newest(installed, [&supported](const Version& version) {
            return version.majorNumber % 2 == 0 && satisfies(version, supported);
        });
        found = found == nullptr ? newestIn(installed, supported) : found;
    }
    if (found != nullptr) {
        return *found;
    }
    Error error(ErrorKind::NodeUnsuitable, range ? declared : oldest);
    QList<Version> versions;
    for (const NodeInstallation& node : installed) {
        versions.append(node.version);
    }
    std::sort(versions.begin(), versions.end(), std::greater<>());
    for (const Version& version : std::as_const(versions)) {
        error.alternatives.append(toString(version));
    }
    error.alternatives.removeDuplicates();
    throw error;
}

} // namespace miaobu
