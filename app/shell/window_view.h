#pragma once

#include "app/screens/project/project_page.h"

#include <QByteArray>
#include <QList>
#include <QRect>

namespace miaobu::app {

/// What a window showed when it was closed, apart from where it was.
struct WindowView {
    ProjectId project = 0;
    ProjectPage::Tab tab = ProjectPage::Tab::Overview;
    bool activity = false;

    bool operator==(const WindowView&) const = default;
};

[[nodiscard]] QByteArray toBytes(const WindowView& view);
/// What cannot be read is as in a new window.
[[nodiscard]] WindowView viewFromBytes(const QByteArray& bytes);

/// \a window moved and made smaller as far as needed to lie whole on one of \a screens: on the one that shows most of it,
/// else on the first. \a screens: the places that windows may have; not empty.
[[nodiscard]] QRect fittedInto(const QList<QRect>& screens, QRect window);

} // namespace miaobu::app
