#pragma once

#include "app/cli/output.h"
#include "core/domains/project_hosts.h"

#include <QJsonObject>

namespace miaobu::app {

[[nodiscard]] QJsonObject toJson(const CustomDomain& domain);
[[nodiscard]] QJsonObject toJson(const ProjectHost& host);

/// The records that \a domain needs, as a table for people.
void printRecords(const Output& output, const CustomDomain& domain);
/// Where \a domain is and what it waits for, in one or two lines.
void printState(const Output& output, const CustomDomain& domain);

} // namespace miaobu::app
