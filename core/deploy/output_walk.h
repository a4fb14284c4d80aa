#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <stop_token>

namespace miaobu {

/// A file that is to be published.
struct OutputFile {
    QString name; ///< Below the site, NFC, with forward slashes.
    QString path; ///< Absolute, of the file itself and not of a link to it.
    qint64 size = 0;
};

struct OutputLimits {
    int files = 0;
    qint64 bytes = 0;
    qsizetype prefixLength = 0; ///< Bytes of the key before the name.
};

struct OutputListing {
    QList<OutputFile> files; ///< Sorted by name.
    qint64 bytes = 0;
    QStringList leftOut; ///< Names of files and folders that are not published.
};

/// Lists what lies in \a folder as a site, following no link out of it: a link to something inside is published as what it names.
/// Devices, sockets and pipes are left out. \a isSource: the folder is a checkout and not what a build wrote.
/// \throws Error(OutputEscapes, with the link), (OutputNameInvalid), (OutputTooLarge), (FileSystem), (Cancelled)
[[nodiscard]] OutputListing walkOutput(
    const QString& folder, bool isSource, OutputLimits limits, const std::stop_token& stop);

} // namespace miaobu
