#include "core/dns/dns_lookup.h"

#include "core/async/cancel.h"
#include "core/async/completion.h"

#include <QDnsLookup>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr int patience = 6'000; // Milliseconds
constexpr int mostAliases = 16;

QString plainName(QString name) {
    if (name.endsWith(u'.')) {
        name.chop(1);
    }
    return name.toLower();
}

DnsAnswer answerOf(const QDnsLookup& lookup) {
    DnsAnswer answer;
    switch (lookup.error()) {
    case QDnsLookup::NoError:
    case QDnsLookup::NotFoundError:
        break;
    default:
        answer.outcome = DnsAnswer::Outcome::Failed;
        answer.problem = lookup.errorString();
        return answer;
    }
    for (const QDnsDomainNameRecord& record : lookup.canonicalNameRecords()) {
        if (const QString alias = plainName(record.value()); !answer.aliases.contains(alias)) {
            answer.aliases.append(alias);
        }
    }
    answer.aliases.resize(std::min<qsizetype>(answer.aliases.size(), mostAliases));
    for (const QDnsTextRecord& record : lookup.textRecords()) {
        answer.values.append(QString::fromUtf8(record.values().join()));
    }
    for (const QDnsHostAddressRecord& record : lookup.hostAddressRecords()) {
        answer.values.append(record.value().toString());
    }
    for (const QDnsDomainNameRecord& record : lookup.nameServerRecords()) {
        answer.values.append(plainName(record.value()));
    }
    const bool isFound = !answer.values.isEmpty() || !answer.aliases.isEmpty();
    answer.outcome = isFound ? DnsAnswer::Outcome::Found : DnsAnswer::Outcome::Nothing;
    return answer;
}

QCoro::Task<DnsAnswer> lookUpRecord(QHostAddress server, QString name, QDnsLookup::Type type, std::stop_token stop) {
    throwIfCancelled(stop);
    QDnsLookup lookup(type, name);
    lookup.setNameserver(server);
    const Completion ended;
    QTimer tooLate;
    tooLate.setSingleShot(true);
    QObject::connect(&tooLate, &QTimer::timeout, &tooLate, [ended] { ended.complete(); });
    QObject::connect(&lookup, &QDnsLookup::finished, &lookup, [ended] { ended.complete(); });
    tooLate.start(patience);
    lookup.lookup();
    {
        const std::stop_callback onStop(stop, [ended] { ended.complete(); });
        co_await ended;
    }
    throwIfCancelled(stop);
    if (!lookup.isFinished()) {
        DnsAnswer late;
        late.outcome = DnsAnswer::Outcome::Failed;
        late.problem = u"no answer in time"_s;
        co_return late;
    }
    co_return answerOf(lookup);
}

} // namespace

QCoro::Task<DnsAnswer> lookUp(QHostAddress server, QString name, DnsType type, std::stop_token stop) {
    if (type == DnsType::Txt) {
        co_return co_await lookUpRecord(server, name, QDnsLookup::TXT, stop);
    }
    if (type == DnsType::NameServer) {
        co_return co_await lookUpRecord(server, name, QDnsLookup::NS, stop);
    }
    // A server of a zone says no more than the alias, and its target may be nowhere: that is no answer for an address.
    const DnsAnswer alias = co_await lookUpRecord(server, name, QDnsLookup::CNAME, stop);
    if (alias.outcome == DnsAnswer::Outcome::Failed || (!alias.aliases.isEmpty() && !server.isNull())) {
        co_return DnsAnswer(alias);
    }
    DnsAnswer address = co_await lookUpRecord(server, name, QDnsLookup::A, stop);
    for (auto it = alias.aliases.crbegin(); it != alias.aliases.crend(); ++it) {
        if (!address.aliases.contains(*it)) {
            address.aliases.prepend(*it);
        }
    }
    if (!address.aliases.isEmpty()) {
        address.outcome = DnsAnswer::Outcome::Found;
    }
    co_return DnsAnswer(address);
}

} // namespace miaobu
