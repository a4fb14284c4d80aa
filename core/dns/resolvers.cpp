#include "core/dns/resolvers.h"

#include "core/async/parallel.h"
#include "core/dns/dns_lookup.h"

#include <algorithm>
#include <utility>

namespace miaobu {

namespace {

constexpr qsizetype mostAuthorities = 4;
constexpr int atOnce = 8;

using Answers = std::shared_ptr<QList<DnsAnswer>>;

bool isAnswered(const DnsAnswer& answer) {
    return answer.outcome != DnsAnswer::Outcome::Failed;
}

QList<qsizetype> placesIn(const Answers& answers) {
    QList<qsizetype> places(answers->size());
    std::ranges::generate(places, [next = qsizetype(0)]() mutable { return next++; });
    return places;
}

QCoro::Task<> keepPublic(std::shared_ptr<HttpClient> client, PublicResolver resolver, QString name, DnsType type,
    std::stop_token stop, Answers answers, qsizetype place) {
    const DnsAnswer answer = co_await askResolver(client, resolver, name, type, stop);
    (*answers)[place] = answer;
}

QCoro::Task<> keepAuthority(
    Resolvers::Server server, QString name, DnsType type, std::stop_token stop, Answers answers, qsizetype place) {
    DnsAnswer answer = co_await lookUp(server.address, name, type, stop);
    answer.source = server.name;
    answer.place = DnsAnswer::Place::Authority;
    (*answers)[place] = answer;
}

} // namespace

Resolvers::Resolvers(std::shared_ptr<HttpClient> client, Choice choice)
    : m_client(std::move(client)), m_choice(std::move(choice)) { }

QCoro::Task<QList<DnsAnswer>> Resolvers::look(QString name, DnsType type, std::stop_token stop) {
    const QList<DnsAnswer> resolved = co_await askPublic(name, type, stop);
    QList<DnsAnswer> answers = co_await askAuthorities(name, type, stop);
    answers += resolved;
    if (!std::ranges::any_of(answers, isAnswered)) {
        DnsAnswer system = co_await lookUp({}, name, type, stop);
        system.place = DnsAnswer::Place::System;
        answers.append(system);
    }
    co_return QList<DnsAnswer>(answers);
}

QCoro::Task<QList<DnsAnswer>> Resolvers::askPublic(QString name, DnsType type, std::stop_token stop) const {
    const QList<PublicResolver> resolvers = m_choice();
    auto answers = std::make_shared<QList<DnsAnswer>>(resolvers.size());
    const auto ask = [client = m_client, resolvers, answers, name, type, stop](
                         qsizetype i) { return keepPublic(client, resolvers.at(i), name, type, stop, answers, i); };
    co_await forEachLimited(placesIn(answers), atOnce, ask, stop);
    co_return QList<DnsAnswer>(*answers);
}

QCoro::Task<DnsAnswer> Resolvers::anyPublic(QString name, DnsType type, std::stop_token stop) const {
    DnsAnswer answer;
    answer.outcome = DnsAnswer::Outcome::Failed;
    const QList<PublicResolver> resolvers = m_choice();
    for (const PublicResolver& resolver : resolvers) {
        answer = co_await askResolver(m_client, resolver, name, type, stop);
        if (isAnswered(answer)) {
            break;
        }
    }
    co_return DnsAnswer(answer);
}

QCoro::Task<QList<Resolvers::Server>> Resolvers::authoritiesOf(QString name, std::stop_token stop) const {
    QList<Server> servers;
    for (QString zone = name; zone.contains(u'.'); zone = zone.sliced(zone.indexOf(u'.') + 1)) {
        const DnsAnswer found = co_await anyPublic(zone, DnsType::NameServer, stop);
        if (!isAnswered(found)) {
            break;
        }
        if (found.values.isEmpty() || !found.aliases.isEmpty()) {
            continue;
        }
        for (const QString& server : found.values.first(std::min(found.values.size(), mostAuthorities))) {
            const DnsAnswer address = co_await anyPublic(server, DnsType::Address, stop);
            if (!address.values.isEmpty()) {
                servers.append({server, QHostAddress(address.values.constFirst())});
            }
        }
        break;
    }
    // A zone that names this computer has nothing to say to it.
    servers.removeIf([](const Server& server) { return server.address.isNull() || server.address.isLoopback(); });
    co_return QList<Server>(servers);
}

QCoro::Task<QList<DnsAnswer>> Resolvers::askAuthorities(QString name, DnsType type, std::stop_token stop) const {
    const QList<Server> servers = co_await authoritiesOf(name, stop);
    auto answers = std::make_shared<QList<DnsAnswer>>(servers.size());
    const auto ask = [servers, answers, name, type, stop](
                         qsizetype i) { return keepAuthority(servers.at(i), name, type, stop, answers, i); };
    co_await forEachLimited(placesIn(answers), atOnce, ask, stop);
    co_return QList<DnsAnswer>(*answers);
}

} // namespace miaobu
