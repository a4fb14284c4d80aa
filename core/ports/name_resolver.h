#pragma once

#include "core/model/dns_answer.h"

#include <QCoro/QCoroTask>

#include <stop_token>

namespace miaobu {

/// Asks the domain name system. A place that does not answer is an answer, too: nothing but Error(Cancelled) is thrown.
class NameResolver {
public:
    virtual ~NameResolver() = default;

    /// Every name server of the zone and every public resolver, those of the zone first; the system's own where none of them can be asked.
    virtual QCoro::Task<QList<DnsAnswer>> look(QString name, DnsType type, std::stop_token stop) = 0;
};

} // namespace miaobu
