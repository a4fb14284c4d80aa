#include "core/model/manifest_difference.h"

namespace miaobu {

namespace {

void addChange(ManifestDifference& difference, const ManifestFile* before, const ManifestFile* after) {
    difference.bytesBefore += before ? before->size : 0;
    difference.bytesAfter += after ? after->size : 0;
    if (before && after && before->sha256 == after->sha256) {
        ++difference.unchanged;
        return;
    }
    const ManifestFile& named = after ? *after : *before;
    const auto kind = !before ? FileChange::Kind::Added
        : !after              ? FileChange::Kind::Removed
                              : FileChange::Kind::Changed;
    ++(!before ? difference.added : !after ? difference.removed : difference.changed);
    difference.changes.append(
        {kind, named.path, named.contentType, before ? before->size : 0, after ? after->size : 0});
}

} // namespace

ManifestDifference differenceOf(const Manifest& before, const Manifest& after) {
    ManifestDifference difference;
    auto left = before.files.cbegin();
    auto right = after.files.cbegin();
    // Both are sorted by path.
    while (left != before.files.cend() || right != after.files.cend()) {
        const bool takesLeft
            = left != before.files.cend() && (right == after.files.cend() || left->path <= right->path);
        const bool takesRight
            = right != after.files.cend() && (left == before.files.cend() || right->path <= left->path);
        addChange(difference, takesLeft ? &*left : nullptr, takesRight ? &*right : nullptr);
        left += takesLeft ? 1 : 0;
        right += takesRight ? 1 : 0;
    }
    return difference;
}

} // namespace miaobu
