#pragma once

#include "tests/app/gallery/picture.h"

#include <QSize>

namespace miaobu::app::gallery {

/// Shows every picture in a window of \a size of its own and calls \a visit with its name and what is to be seen.
void walk(const QSize& size, const std::function<void(const QString& name, QWidget& shown)>& visit);

/// What a person sees and can reach in \a shown: parts inside of Qt's own composed widgets are spoken for by those.
[[nodiscard]] QList<QWidget*> partsOf(QWidget& shown);

/// "connect-key: QPushButton continue “Continue”", to find a part by.
[[nodiscard]] QString describe(const QString& picture, const QWidget& part);

/// Prints every one of \a findings; true when there are none.
[[nodiscard]] bool nothingFound(const QStringList& findings);

} // namespace miaobu::app::gallery
