#pragma once

#include "core/domains/host_name.h"
#include "core/model/custom_domain.h"

#include <QUrl>

namespace miaobu::app {

/// "CNAME", "Certificate": a step of the timeline.
[[nodiscard]] QString domainStageTitle(DomainStage stage);
/// "Waiting for DNS", in one or two words.
[[nodiscard]] QString domainStateTitle(const CustomDomain& domain);
/// What is the matter and what to do, in one or two sentences; empty where nothing is.
[[nodiscard]] QString domainProblemText(const CustomDomain& domain);
/// Why a host cannot be a domain, in a sentence.
[[nodiscard]] QString hostRefusalText(HostRefusal refusal);
/// What is to be known of the law before anything is done; empty where it asks for nothing.
[[nodiscard]] QString icpText(const CustomDomain& domain);
/// What its records would need to be written from here: a permission of the key, by its name; empty where nothing is missing.
[[nodiscard]] QString zoneText(const CustomDomain& domain);
/// Where a filing is made.
[[nodiscard]] QUrl icpPage();
/// The name of who was asked: "AliDNS", "ns1.example.com", "this computer".
[[nodiscard]] QString sourceTitle(const DnsAnswer& answer);
/// "in 25 s", "in 4 min"; "now" for what is due.
[[nodiscard]] QString nextCheckText(const QDateTime& next, const QDateTime& now);

} // namespace miaobu::app
