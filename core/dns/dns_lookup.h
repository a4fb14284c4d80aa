#pragma once

#include "core/model/dns_answer.h"

#include <QCoro/QCoroTask>
#include <QHostAddress>

#include <stop_token>

namespace miaobu {

/// Asks one server by plain DNS, or the resolver of this computer for a null \a server.
/// \throws Error(Cancelled) alone: one that cannot be asked is an answer that failed.
QCoro::Task<DnsAnswer> lookUp(QHostAddress server, QString name, DnsType type, std::stop_token stop);

} // namespace miaobu
