#pragma once

#include "core/deploy/output_walk.h"
#include "core/model/manifest.h"
#include "core/ports/object_store.h"

#include <optional>

namespace miaobu {

/// One object to be made below the new deployment's prefix.
struct PublishItem {
    ManifestFile file;
    QString path; ///< The file to send; empty when it is only there to be copied.
    QString copyFrom; ///< Key of an object that holds the same already; empty: nothing does.
};

/// Says for every file where its object comes from: copied from \a previous (below \a previousPrefix) when that holds the same
/// content anywhere, sent from \a paths (name → path) otherwise.
[[nodiscard]] QList<PublishItem> planPublishing(const QList<ManifestFile>& files, const QHash<QString, QString>& paths,
    const std::optional<Manifest>& previous, const QString& previousPrefix);

} // namespace miaobu
