#include "core/domains/dns_verdict.h"
#include "tests/support/await.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using miaobu::test::await;
using Place = DnsAnswer::Place;
using Outcome = DnsAnswer::Outcome;

namespace {

const QString token = u"miaobu-verification=1"_s;
const QString target = u"cname.base.cn"_s;

DnsAnswer at(Place place, const QString& source, const QStringList& values, const QStringList& aliases = {}) {
    DnsAnswer answer;
    answer.place = place;
    answer.source = source;
    answer.values = values;
    answer.aliases = aliases;
    answer.outcome = values.isEmpty() && aliases.isEmpty() ? Outcome::Nothing : Outcome::Found;
    return answer;
}

DnsAnswer unreachable(Place place, const QString& source) {
    DnsAnswer answer = at(place, source, {});
    answer.outcome = Outcome::Failed;
    return answer;
}

/// Answers by name.
class Names final : public NameResolver {
public:
    QMap<std::pair<QString, DnsType>, QList<DnsAnswer>> answers;

    QCoro::Task<QList<DnsAnswer>> look(QString name, DnsType type, std::stop_token) override {
        co_return answers.value({name, type}, {at(Place::Resolver, u"one"_s, {})});
    }
};

} // namespace

class TestDnsVerdict : public QObject {
    Q_OBJECT

private slots:
    void ownership_data() {
        QTest::addColumn<QList<DnsAnswer>>("answers");
        QTest::addColumn<DomainProblem>("problem");
        QTest::addColumn<QString>("found");
        const DnsAnswer good = at(Place::Resolver, u"one"_s, {u"spf"_s, token});
        const DnsAnswer none = at(Place::Resolver, u"two"_s, {});
        const DnsAnswer wrong = at(Place::Resolver, u"three"_s, {u"spf"_s, u"miaobu-verification=2"_s});
        const DnsAnswer zone = at(Place::Authority, u"ns1"_s, {token});
        const DnsAnswer bareZone = at(Place::Authority, u"ns2"_s, {});
        QTest::newRow("all have it") << QList{good, good} << DomainProblem::None << QString();
        QTest::newRow("none has it") << QList{none, none} << DomainProblem::RecordMissing << QString();
        QTest::newRow("another") << QList{wrong, wrong} << DomainProblem::RecordWrong << u"miaobu-verification=2"_s;
        QTest::newRow("most have it") << QList{good, good, none} << DomainProblem::None << QString();
        QTest::newRow("half have it") << QList{good, none} << DomainProblem::ResolversDisagree << QString();
        QTest::newRow("some have an old one")
            << QList{good, wrong, wrong} << DomainProblem::ResolversDisagree << u"miaobu-verification=2"_s;
        QTest::newRow("the zone has it") << QList{zone, none, none} << DomainProblem::None << QString();
        QTest::newRow("the zone lost it")
            << QList{bareZone, good, good} << DomainProblem::ResolversDisagree << QString();
        QTest::newRow("one server of the zone lags")
            << QList{zone, bareZone, good} << DomainProblem::ResolversDisagree << QString();
        QTest::newRow("a silent zone does not count")
            << QList{unreachable(Place::Authority, u"ns1"_s), good} << DomainProblem::None << QString();
        QTest::newRow("nobody can be asked")
            << QList{unreachable(Place::Resolver, u"one"_s)} << DomainProblem::NoResolver << QString();
        QTest::newRow("the computer's own")
            << QList{unreachable(Place::Resolver, u"one"_s), at(Place::System, {}, {token})} << DomainProblem::None
            << QString();
        QTest::newRow("nobody at all") << QList<DnsAnswer>() << DomainProblem::NoResolver << QString();
    }

    void ownership() {
        QFETCH(QList<DnsAnswer>, answers);
        QFETCH(DomainProblem, problem);
        QFETCH(QString, found);
        const DnsVerdict verdict = judgeOwnership(answers, token);
        QCOMPARE(verdict.report.problem, problem);
        QCOMPARE(verdict.isMet, problem == DomainProblem::None);
        QCOMPARE(verdict.report.found, found);
        QCOMPARE(verdict.report.answers.size(), answers.size());
    }

    void alias_data() {
        QTest::addColumn<QList<DnsAnswer>>("answers");
        QTest::addColumn<QList<DnsAnswer>>("ofTarget");
        QTest::addColumn<bool>("isApex");
        QTest::addColumn<DomainProblem>("problem");
        QTest::addColumn<QString>("found");
        const auto led = [](const QStringList& through) { return QList{at(Place::Resolver, u"one"_s, {}, through)}; };
        const auto bare = [](const QStringList& addresses) { return QList{at(Place::Resolver, u"one"_s, addresses)}; };
        const QList<DnsAnswer> nothing;
        QTest::newRow("straight") << led({target}) << nothing << false << DomainProblem::None << QString();
        QTest::newRow("by a chain") << led({u"a.cn"_s, target, u"edge.net"_s}) << nothing << false
                                    << DomainProblem::None << QString();
        QTest::newRow("elsewhere") << led({u"old.example"_s, u"b"_s}) << nothing << false << DomainProblem::RecordWrong
                                   << u"old.example"_s;
        QTest::newRow("missing") << bare({}) << nothing << false << DomainProblem::RecordMissing << QString();
        QTest::newRow("hidden behind a proxy") << bare({u"104.16.0.1"_s}) << bare({u"192.0.2.1"_s}) << false
                                               << DomainProblem::AddressInstead << u"104.16.0.1"_s;
        QTest::newRow("flattened") << bare({u"192.0.2.1"_s, u"192.0.2.2"_s}) << bare({u"192.0.2.2"_s}) << true
                                   << DomainProblem::None << QString();
        QTest::newRow("flattened, seen elsewhere")
            << bare({u"192.0.2.1"_s}) << QList{at(Place::Resolver, u"two"_s, {u"192.0.2.1"_s})} << true
            << DomainProblem::AddressAtApex << u"192.0.2.1"_s;
        QTest::newRow("address at the apex") << bare({u"203.0.113.1"_s}) << bare({u"192.0.2.1"_s}) << true
                                             << DomainProblem::AddressAtApex << u"203.0.113.1"_s;
    }

    void alias() {
        QFETCH(QList<DnsAnswer>, answers);
        QFETCH(QList<DnsAnswer>, ofTarget);
        QFETCH(bool, isApex);
        QFETCH(DomainProblem, problem);
        QFETCH(QString, found);
        const DnsVerdict verdict = judgeAlias(answers, u"CNAME.base.cn"_s, ofTarget, isApex);
        QCOMPARE(verdict.report.problem, problem);
        QCOMPARE(verdict.report.found, found);
    }

    void theHostsOwnTextCountsWhereThereIsNoOther() {
        Names names;
        names.answers[{u"shop.cn"_s, DnsType::Txt}] = {at(Place::Resolver, u"one"_s, {u"v=spf1"_s, token})};
        QVERIFY(await(lookForOwnership(&names, u"shop.cn"_s, token, {})).isMet);
        // Another project's, at the right name, is the one that is shown.
        names.answers[{ownershipName(u"shop.cn"_s), DnsType::Txt}]
            = {at(Place::Resolver, u"one"_s, {u"miaobu-verification=2"_s})};
        const DnsVerdict verdict = await(lookForOwnership(&names, u"shop.cn"_s, token, {}));
        QCOMPARE(verdict.report.problem, DomainProblem::RecordWrong);
        QCOMPARE(verdict.report.found, u"miaobu-verification=2"_s);
    }

    void aTextBehindAnAliasProvesNothing() {
        // www.shop.cn was left pointing at a host that somebody else has by now, who writes whatever is asked for.
        Names names;
        names.answers[{u"www.shop.cn"_s, DnsType::Txt}]
            = {at(Place::Resolver, u"one"_s, {token}, {u"left.behind.example"_s})};
        const DnsVerdict verdict = await(lookForOwnership(&names, u"www.shop.cn"_s, token, {}));
        QVERIFY(!verdict.isMet);
        QCOMPARE(verdict.report.problem, DomainProblem::RecordMissing);
    }

    void everyWordIsReadBack() {
        for (int problem = 0; problem <= static_cast<int>(DomainProblem::Failed); ++problem) {
            const auto value = static_cast<DomainProblem>(problem);
            QVERIFY(!domainProblemName(value).isEmpty());
            QCOMPARE(domainProblemFromName(domainProblemName(value)), value);
        }
        for (int stage = 0; stage <= static_cast<int>(DomainStage::Live); ++stage) {
            const auto value = static_cast<DomainStage>(stage);
            QCOMPARE(domainStageFromName(domainStageName(value)), value);
        }
        const DnsVerdict verdict = judgeOwnership({at(Place::Authority, u"ns1"_s, {u"x"_s}, {u"y"_s})}, token);
        QCOMPARE(domainReportFromJson(toJson(verdict.report)), verdict.report);
    }
};

QTEST_GUILESS_MAIN(TestDnsVerdict)
#include "tst_dns_verdict.moc"
