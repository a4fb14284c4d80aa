#pragma once

#include "core/model/deployment.h"

#include <QUrl>

#include <optional>

namespace miaobu::app {

/// A miaobu:// address. Any web page can make the desktop open one, so it only ever shows something: it starts nothing,
/// changes nothing and fetches nothing.
struct WindowLink {
    enum class Kind {
        Project, ///< miaobu://project/SLUG
        Deployment, ///< miaobu://deployment/ID
        NewProject, ///< miaobu://new?source=URL: the field is filled, nothing else
    };

    Kind kind = Kind::Project;
    QString slug;
    DeploymentId deployment = 0;
    QUrl source; ///< https, without a name or a password in it

    bool operator==(const WindowLink&) const = default;
};

[[nodiscard]] bool isWindowLink(const QString& text);
/// Nothing unless \a text is exactly one of the forms above.
[[nodiscard]] std::optional<WindowLink> parseWindowLink(const QString& text);

} // namespace miaobu::app
