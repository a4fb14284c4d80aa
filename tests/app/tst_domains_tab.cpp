#include "app/screens/domains/domain_card.h"
#include "app/screens/domains/domains_tab.h"
#include "app/screens/domains/host_row.h"
#include "app/text/domain_text.h"
#include "app/text/error_text.h"
#include "app/widgets/pill.h"
#include "app/widgets/stage_bar.h"
#include "tests/app/sample_domains.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;

namespace {

struct Shown {
    explicit Shown(const DomainsState& state) {
        tab.resize(900, 700);
        tab.setState(state);
        tab.show();
    }

    template <typename Widget> Widget* seen(const QString& name) {
        for (Widget* widget : tab.findChildren<Widget*>(name)) {
            if (widget->isVisible()) {
                return widget;
            }
        }
        return nullptr;
    }
    QString text(const QString& name) {
        const auto* const label = seen<QLabel>(name);
        return label ? label->text() : QString();
    }
    QString pill(const QString& name) {
        const auto* const pill = seen<Pill>(name);
        return pill ? pill->text() : QString();
    }
    StageStep::State step(qsizetype number) { return seen<StageBar>(u"domainStages"_s)->steps().at(number).state; }
    void click(const QString& name) {
        auto* const button = seen<QPushButton>(name);
        QVERIFY2(button, qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    QStringList pillsOfRows() {
        QStringList pills;
        for (const HostRow* row : tab.findChildren<HostRow*>()) {
            pills.append(row->findChild<Pill*>(u"hostPill"_s)->text());
        }
        return pills;
    }

    DomainsTab tab;
};

} // namespace

/// The tab of a project's domains, by the states it is given.
class DomainsTabTest : public QObject {
    Q_OBJECT

private slots:
    void everythingThatCanBeTheMatterIsSaidInWords() {
        QSet<QString> said;
        for (int number = 0; number <= static_cast<int>(DomainProblem::Failed); ++number) {
            const auto problem = static_cast<DomainProblem>(number);
            const DomainsState state = sample::domainsWith(DomainStage::Hostname, problem);
            const QString text = domainProblemText(*state.hosts.last().domain);
            const bool isNothing = problem == DomainProblem::None || problem == DomainProblem::Unchecked;
            QCOMPARE(text.isEmpty(), isNothing);
            QVERIFY2(!text.contains(domainProblemName(problem) + u' '), qPrintable(text));
            QVERIFY2(isNothing || !said.contains(text), qPrintable(text));
            said.insert(text);
        }
        for (int number = 0; number <= static_cast<int>(HostRefusal::BaseNested); ++number) {
            const auto refusal = static_cast<HostRefusal>(number);
            QVERIFY(!hostRefusalName(refusal).isEmpty());
            QCOMPARE(hostRefusalFromName(hostRefusalName(refusal)), refusal);
            QVERIFY(!hostRefusalText(refusal).isEmpty());
        }
    }

    void aLostProofIsSaidWithoutTheProgramsOwnWords() {
        for (const DomainProblem problem : {DomainProblem::RecordMissing, DomainProblem::ResolversDisagree,
                 DomainProblem::NoResolver, DomainProblem::Unchecked}) {
            const ErrorWords words
                = wordsFor(Error(ErrorKind::OwnershipLost, u"www.shop.cn"_s, domainProblemName(problem)));
            QVERIFY2(!words.why.contains(domainProblemName(problem)), qPrintable(words.why));
        }
        const Error other(ErrorKind::OwnershipLost, u"www.shop.cn"_s, u"miaobu-verification=other"_s);
        QVERIFY(wordsFor(other).why.contains(u"miaobu-verification=other"_s));
    }

    void aFilingIsSpokenOfFromTheStartAndLedTo() {
        Shown shown(sample::filingDomains());
        QVERIFY(shown.text(u"domainIcp"_s).contains(u"ICP"_s));
        QCOMPARE(shown.step(0), StageStep::State::Current); // Not ticked off: nobody knows yet.
        const QSignalSpy opened(&shown.tab.intents(), &DomainsIntents::openPage);
        shown.click(u"domainPage"_s);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toUrl(), QUrl(u"https://beian.aliyun.com/"_s));

        Shown missing(sample::domainsWith(DomainStage::Hostname, DomainProblem::OfflineIcp));
        QCOMPARE(missing.pill(u"domainPill"_s), u"ICP filing needed"_s);
        QCOMPARE(missing.step(0), StageStep::State::Failed);
        QVERIFY(missing.seen<QPushButton>(u"domainPage"_s));
        Shown none(sample::domainsWith(DomainStage::Ownership, DomainProblem::RecordMissing));
        QCOMPARE(none.step(0), StageStep::State::Done);
        QVERIFY(none.text(u"domainIcp"_s).isEmpty());
    }

    void onThisComputerItIsSaidThatNoVisitorComes() {
        DomainsState state = sample::bareDomains();
        const QString there = Shown(state).text(u"domainsIntro"_s);
        state.isHere = true;
        const QString here = Shown(state).text(u"domainsIntro"_s);
        QVERIFY(here.contains(u"no visitor"_s));
        QVERIFY(!there.contains(u"no visitor"_s));
    }

    void whatWasFoundStandsBesideWhatWasExpectedAndWhereItWas() {
        Shown shown(sample::domainsWith(DomainStage::Cname, DomainProblem::RecordWrong));
        QCOMPARE(shown.text(u"recordName"_s), u"www"_s);
        QCOMPARE(shown.text(u"recordValue"_s), u"cname.example.com"_s);
        QCOMPARE(shown.text(u"recordFound"_s), u"old-host.shop.cn"_s);
        for (const QString& source : {u"✕\u00a0ns1.alidns.com"_s, u"✕\u00a0AliDNS"_s, u"?\u00a01.1.1.1"_s}) {
            QVERIFY2(shown.text(u"domainAnswers"_s).contains(source), qPrintable(shown.text(u"domainAnswers"_s)));
        }
        QCOMPARE(shown.text(u"domainNext"_s), u"next check in 25 s"_s);
    }

    void writingIsOfferedWhereItHelps_data() {
        QTest::addColumn<DomainProblem>("problem");
        QTest::addColumn<bool>("isOffered");
        QTest::newRow("missing") << DomainProblem::RecordMissing << true;
        QTest::newRow("wrong") << DomainProblem::RecordWrong << true;
        QTest::newRow("an address in the way") << DomainProblem::AddressInstead << false;
        QTest::newRow("an apex") << DomainProblem::AddressAtApex << false;
        QTest::newRow("on its way") << DomainProblem::ResolversDisagree << false;
    }

    void writingIsOfferedWhereItHelps() {
        QFETCH(DomainProblem, problem);
        QFETCH(bool, isOffered);
        DomainsState state = sample::domainsWith(DomainStage::Cname, problem);
        Shown own(state);
        QCOMPARE(own.seen<QPushButton>(u"writeRecord"_s) != nullptr, isOffered);
        state.hosts.last().domain->ownZone.clear();
        Shown elsewhere(state);
        QVERIFY(!elsewhere.seen<QPushButton>(u"writeRecord"_s));
    }

    void aCertificateThatEndsSoonIsSeen() {
        Shown shown(sample::endingDomains());
        QCOMPARE(shown.pillsOfRows(), QStringList({u"Live"_s, u"Certificate ends soon"_s, u"Live"_s}));
        DomainsState state = sample::endingDomains();
        state.hosts[1].domain->certificateExpiry = state.now.addDays(22);
        QCOMPARE(Shown(state).pillsOfRows().at(1), u"Live"_s);
    }

    void oneThatWasLeftBehindIsSynced() {
        Shown shown(sample::behindDomains());
        QCOMPARE(shown.pillsOfRows().at(2), u"Behind"_s);
        const QSignalSpy served(&shown.tab.intents(), &DomainsIntents::serve);
        shown.click(u"syncHost"_s);
        QCOMPARE(served.size(), 1);
        QCOMPARE(served.first().at(0).toString(), u"xn--bcher-kva.example.org"_s);
        QCOMPARE(served.first().at(2).toLongLong(), 0);
    }
};

QTEST_MAIN(DomainsTabTest)
#include "tst_domains_tab.moc"
