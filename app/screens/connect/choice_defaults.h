#pragma once

#include "core/model/target_config.h"
#include "core/ports/cloud_account.h"

#include <QStringList>

#include <optional>

namespace miaobu::app {

/// \a draft with everything filled in that the account suggests, so that one click goes on: the first active site, or one that can become active, its name as the base domain,
/// a bucket that is called like ours or a name for one, the usual namespace and routine.
[[nodiscard]] TargetConfig withDefaults(
    TargetConfig draft, const CallerIdentity& identity, const CloudChoices& choices, const QStringList& takenNames);

/// The name a bucket of this account gets.
[[nodiscard]] QString suggestedBucket(const QString& accountId);

/// What of a choice cannot be used.
enum class ChoiceProblem {
    NameMissing,
    NameInvalid,
    NameTaken,
    BucketInvalid,
    BucketElsewhere, ///< It is in another region.
    SiteMissing,
    DomainInvalid,
    DomainElsewhere, ///< It does not belong to the site.
    NamespaceInvalid,
    RoutineInvalid,
    RegistryInvalid,
};

/// Every problem of \a config, in the order of the form.
[[nodiscard]] QList<ChoiceProblem> problemsOf(
    const TargetConfig& config, const CloudChoices& choices, const QStringList& takenNames);

} // namespace miaobu::app
