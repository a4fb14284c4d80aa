#include "core/domains/dns_verdict.h"

#include "core/domains/host_name.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

using Place = DnsAnswer::Place;
using Outcome = DnsAnswer::Outcome;

struct Count {
    int asked = 0; ///< Of those that answered
    int fits = 0;
};

Count countAt(const QList<DnsAnswer>& answers, Place place) {
    Count count;
    for (const DnsAnswer& answer : answers) {
        if (answer.place == place && answer.outcome != Outcome::Failed) {
            ++count.asked;
            count.fits += answer.fits ? 1 : 0;
        }
    }
    return count;
}

bool isMet(const QList<DnsAnswer>& answers) {
    const Count authorities = countAt(answers, Place::Authority);
    if (authorities.asked > 0) {
        return authorities.fits == authorities.asked;
    }
    const Count resolvers = countAt(answers, Place::Resolver);
    if (resolvers.asked > 0) {
        return resolvers.fits * 2 > resolvers.asked;
    }
    const Count system = countAt(answers, Place::System);
    return system.fits > 0;
}

/// The problem of answers that do not meet what was expected, unless it lies in what they hold.
std::optional<DomainProblem> problemOfPlaces(const QList<DnsAnswer>& answers) {
    const bool isAnyReached
        = std::ranges::any_of(answers, [](const DnsAnswer& answer) { return answer.outcome != Outcome::Failed; });
    if (!isAnyReached) {
        return DomainProblem::NoResolver;
    }
    if (std::ranges::any_of(answers, &DnsAnswer::fits)) {
        return DomainProblem::ResolversDisagree;
    }
    return std::nullopt;
}

/// The answer to show: of the places that answered, the one closest to the zone that holds something else.
const DnsAnswer* wrongOf(const QList<DnsAnswer>& answers) {
    for (const Place place : {Place::Authority, Place::Resolver, Place::System}) {
        for (const DnsAnswer& answer : answers) {
            if (answer.place == place && answer.outcome == Outcome::Found && !answer.fits) {
                return &answer;
            }
        }
    }
    return nullptr;
}

const QString tokenBeginning = u"miaobu-verification="_s;

QString shownText(const DnsAnswer& answer) {
    for (const QString& text : answer.values) {
        if (text.startsWith(tokenBeginning)) {
            return text;
        }
    }
    return answer.values.value(0, answer.aliases.value(0));
}

bool haveSameAddress(const DnsAnswer& answer, const QList<DnsAnswer>& ofTarget) {
    for (const DnsAnswer& other : ofTarget) {
        // Addresses depend on who asks: only the same place's can be compared.
        const bool isSamePlace = other.place == answer.place && other.source == answer.source;
        const bool isShared = std::ranges::any_of(
            answer.values, [&other](const QString& address) { return other.values.contains(address); });
        if ((isSamePlace || answer.place == Place::Authority) && isShared) {
            return true;
        }
    }
    return false;
}

} // namespace

DnsVerdict judgeOwnership(QList<DnsAnswer> answers, const QString& token) {
    for (DnsAnswer& answer : answers) {
        answer.fits = answer.outcome == Outcome::Found && answer.values.contains(token);
    }
    DnsVerdict verdict;
    verdict.isMet = isMet(answers);
    verdict.report.problem = DomainProblem::None;
    if (!verdict.isMet) {
        const DnsAnswer* const wrong = wrongOf(answers);
        verdict.report.found = wrong ? shownText(*wrong) : QString();
        const DomainProblem held = wrong ? DomainProblem::RecordWrong : DomainProblem::RecordMissing;
        verdict.report.problem = problemOfPlaces(answers).value_or(held);
    }
    verdict.report.answers = std::move(answers);
    return verdict;
}

DnsVerdict judgeAlias(
    QList<DnsAnswer> answers, const QString& expected, const QList<DnsAnswer>& ofTarget, bool isApex) {
    for (DnsAnswer& answer : answers) {
        const bool isLed = answer.aliases.contains(expected.toLower());
        answer.fits = answer.outcome == Outcome::Found && (isLed || haveSameAddress(answer, ofTarget));
    }
    DnsVerdict verdict;
    verdict.isMet = isMet(answers);
    verdict.report.problem = DomainProblem::None;
    if (!verdict.isMet) {
        const DnsAnswer* const wrong = wrongOf(answers);
        DomainProblem held = DomainProblem::RecordMissing;
        if (wrong && !wrong->aliases.isEmpty()) {
            verdict.report.found = wrong->aliases.constFirst();
            held = DomainProblem::RecordWrong;
        } else if (wrong) {
            verdict.report.found = wrong->values.join(u", "_s);
            held = isApex ? DomainProblem::AddressAtApex : DomainProblem::AddressInstead;
        }
        verdict.report.problem = problemOfPlaces(answers).value_or(held);
    }
    verdict.report.answers = std::move(answers);
    return verdict;
}

QCoro::Task<DnsVerdict> lookForOwnership(NameResolver* resolver, QString host, QString token, std::stop_token stop) {
    const QList<DnsAnswer> answers = co_await resolver->look(ownershipName(host), DnsType::Txt, stop);
    const DnsVerdict verdict = judgeOwnership(answers, token);
    const bool isNowhere
        = std::ranges::none_of(answers, [](const DnsAnswer& answer) { return answer.outcome == Outcome::Found; });
    if (verdict.isMet || !isNowhere) {
        co_return DnsVerdict(verdict);
    }
    QList<DnsAnswer> own = co_await resolver->look(host, DnsType::Txt, stop);
    for (DnsAnswer& answer : own) {
        answer.values.removeIf(
            [&answer](const QString& text) { return !answer.aliases.isEmpty() || !text.startsWith(tokenBeginning); });
        if (answer.outcome == Outcome::Found && answer.values.isEmpty()) {
            answer.outcome = Outcome::Nothing;
        }
    }
    const DnsVerdict atHost = judgeOwnership(own, token);
    const bool isThere
        = std::ranges::any_of(own, [](const DnsAnswer& answer) { return answer.outcome == Outcome::Found; });
    co_return isThere ? DnsVerdict(atHost) : DnsVerdict(verdict);
}

QCoro::Task<DnsVerdict> lookForAlias(NameResolver* resolver, QString host, QString expected, std::stop_token stop) {
    const QList<DnsAnswer> answers = co_await resolver->look(host, DnsType::Address, stop);
    // Only a name that has addresses of its own can be one whose alias was followed by its provider.
    const bool hasBare = std::ranges::any_of(
        answers, [](const DnsAnswer& answer) { return answer.aliases.isEmpty() && !answer.values.isEmpty(); });
    QList<DnsAnswer> ofTarget;
    if (hasBare) {
        ofTarget = co_await resolver->look(expected, DnsType::Address, stop);
    }
    co_return judgeAlias(answers, expected, ofTarget, zoneOf(host) == host);
}

} // namespace miaobu
