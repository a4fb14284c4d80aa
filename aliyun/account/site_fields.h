#pragma once

#include "core/ports/cloud_account.h"

#include <QJsonValue>

namespace miaobu::aliyun {

// A site and its plan, as ESA writes them.

/// "overseas", "global" or "domestic"
[[nodiscard]] QString coverageName(SiteCoverage coverage);
/// The parts of a list that is one text, separated by commas.
[[nodiscard]] QStringList nameServersIn(const QString& text);
/// An item of ListSites. \throws Error(MalformedResponse) for one without an id
[[nodiscard]] CloudChoices::Site siteFrom(const QJsonValue& value);
/// An item of ListUserRatePlanInstances
[[nodiscard]] CloudChoices::SitePlan planFrom(const QJsonValue& value);

} // namespace miaobu::aliyun
