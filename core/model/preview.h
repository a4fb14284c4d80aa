#pragma once

#include "core/model/project.h"
#include "core/model/target.h"

#include <QDateTime>
#include <QJsonObject>

namespace miaobu {

/// A branch or commit that is shown beside the site, at a name of its own below the base domain.
struct Preview {
    ProjectId project = 0;
    QString target;
    QString name; ///< "redesign"
    QString host; ///< "{slug}-{name}.{baseDomain}"
    QString branch; ///< That it follows; empty for one of a commit or a folder
    bool isProtected = false; ///< It is never served without its password.
    QDateTime createdAt; ///< UTC

    bool operator==(const Preview&) const = default;
};

/// Whether \a name can stand in the host of a preview of \a slug: one DNS label together with it.
[[nodiscard]] bool isValidPreviewName(const QString& slug, const QString& name);
/// A valid name made of a branch's, "feature-login" of "feature/Login"; where nothing is left of it, what otherPreviewNameOf() gives.
[[nodiscard]] QString previewNameOf(const QString& slug, const QString& branch);
/// A valid name that no other branch gets, for one whose own is taken: "b-5f2c81a0".
[[nodiscard]] QString otherPreviewNameOf(const QString& slug, const QString& branch);
[[nodiscard]] QString previewHost(const Target& target, const QString& slug, const QString& name);

} // namespace miaobu
