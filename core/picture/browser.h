#pragma once

#include "core/process/command.h"

#include <QUrl>

namespace miaobu {

/// The program of an installed Chromium or one of its kin, absolute; empty where there is none.
[[nodiscard]] QString installedBrowser();

/// How \a browser writes a picture of \a page as PNG to \a imageFile, without a window and with a profile of its own
/// in \a profileFolder: it sees nothing of what the person is signed in to. Ends by itself after 20 seconds.
[[nodiscard]] Command pictureCommand(
    const QString& browser, const QUrl& page, const QString& imageFile, const QString& profileFolder);

} // namespace miaobu
