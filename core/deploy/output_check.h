#pragma once

#include "core/deploy/output_hash.h"
#include "core/deploy/run.h"

namespace miaobu {

/// What a build left, checked and read: ready to be published.
struct CheckedOutput {
    QList<ManifestFile> files; ///< Sorted by path.
    QHash<QString, QString> paths; ///< Name → the file it is read from.
    qint64 bytes = 0;
};

/// Of a site that is published as the source has it: a link that led out of the source would be missing from it.
/// What a build makes of the source is the build's own matter. \throws Error(OutputEscapes, with the link), (OutputMissing)
void refuseRemovedLinks(const BuildPlan& plan, const QString& source, const QStringList& removedLinks);

/// Looks at what the build in \a source (the checkout) left: refuses what must not be published, says what is odd in the log.
/// \throws Error(OutputMissing), (OutputEmpty), (OutputEscapes), (OutputNameInvalid), (OutputTooLarge),
/// (SecretInOutput: the variable, and the files), (FileSystem), (Cancelled)
QCoro::Task<CheckedOutput> checkOutput(std::shared_ptr<Run> run, QString source, DeployLimits limits);

} // namespace miaobu
