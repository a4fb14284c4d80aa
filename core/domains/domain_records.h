#pragma once

#include "core/model/custom_domain.h"

namespace miaobu {

/// A record that a person has to make at their DNS provider.
struct DomainRecord {
    DomainStage stage = DomainStage::Ownership; ///< That waits for it
    QString type; ///< "TXT", "CNAME"
    QString name; ///< Whole: "_miaobu-verification.www.example.com"
    QString shortName; ///< As forms want it: "_miaobu-verification.www", "@"
    QString value;

    bool operator==(const DomainRecord&) const = default;
};

/// All that \a domain needs, as far as it is known: the cloud's own is known only when it asks for it.
[[nodiscard]] QList<DomainRecord> recordsOf(const CustomDomain& domain);
/// Whether the name servers that were asked about it are Alibaba Cloud's.
[[nodiscard]] bool isServedByAlidns(const CustomDomain& domain);
/// The one that the current stage waits for; nothing where none is missing.
[[nodiscard]] std::optional<DomainRecord> missingRecord(const CustomDomain& domain);
/// Whether writing that one from here would help: its zone is in the target's account, and nothing stands in its way that is a person's to remove.
[[nodiscard]] bool canBeWritten(const CustomDomain& domain);

/// Whether nothing is left to do for one that is being removed: its last record is a person's to remove, or this computer does not know its target
/// any more.
[[nodiscard]] bool canBeForgotten(const CustomDomain& domain);

} // namespace miaobu
