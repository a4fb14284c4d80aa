#include "app/screens/github/github_page.h"
#include "app/screens/new_project/repository_card.h"
#include "app/theme/appearance.h"
#include "tests/app/named.h"
#include "tests/app/sample_github.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;
using miaobu::test::button;
using miaobu::test::named;
using miaobu::test::shows;

namespace {

QString allWords(const QWidget& page) {
    QStringList words;
    for (const QLineEdit* field : page.findChildren<QLineEdit*>()) {
        words.append(field->text());
    }
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        words.append(label->text());
    }
    return words.join(u'\n');
}

QString rowText(RepositoryCard& card, int row) {
    const auto& view = named<QListView>(card, u"repositoryList"_s);
    return view.model()->index(row, 0).data().toString();
}

int rows(RepositoryCard& card) {
    return named<QListView>(card, u"repositoryList"_s).model()->rowCount();
}

} // namespace

class GitHubPageTest : public QObject {
    Q_OBJECT

    std::optional<Appearance> m_appearance;

private slots:
    void initTestCase() {
        m_appearance.emplace(*qApp);
        m_appearance->setLanguage(u"en"_s);
    }
    void cleanupTestCase() { m_appearance.reset(); }

    void aTokenLeavesNothingBehind() {
        GitHubPage page;
        page.setState(sample::signedOut());
        QSignalSpy entered(&page, &GitHubPage::tokenEntered);
        auto& token = named<QLineEdit>(page, u"gitHubToken"_s);
        QVERIFY(!button(page, u"signInByToken"_s).isEnabled());
        QTest::keyClicks(&token, u"ghp_planted0Token"_s);
        QCOMPARE(token.echoMode(), QLineEdit::Password);
        QTest::keyClick(&token, Qt::Key_Return);
        QCOMPARE(entered.size(), 1);
        QCOMPARE(entered.constFirst().at(1).toByteArray(), QByteArray("ghp_planted0Token"));
        QVERIFY(!allWords(page).contains(u"ghp_planted"_s));
        token.undo();
        QVERIFY(!allWords(page).contains(u"ghp_planted"_s));
    }

    void withoutAnAppTheCodeIsNotOfferedButExplained() {
        GitHubPage page;
        page.setState(sample::signedOutWithoutApp());
        QVERIFY(!button(page, u"signInByCode"_s).isEnabled());
        QVERIFY(shows(page, u"clientIdMissing"_s));
        QSignalSpy entered(&page, &GitHubPage::clientIdEntered);
        QTest::keyClicks(&named<QLineEdit>(page, u"clientId"_s), u"Ov23liFake"_s);
        QTest::keyClick(&named<QLineEdit>(page, u"clientId"_s), Qt::Key_Return);
        QVERIFY(!entered.isEmpty());
        page.setState(sample::signedOut());
        QVERIFY(button(page, u"signInByCode"_s).isEnabled());
        QVERIFY(!shows(page, u"clientIdMissing"_s));
    }

    void theCodeIsSpelledForThoseWhoHearIt() {
        GitHubPage page;
        page.setState(sample::enteringCode());
        QCOMPARE(named<QLabel>(page, u"deviceCode"_s).text(), u"WDJB-MJHT"_s);
        QCOMPARE(named<QLabel>(page, u"deviceCode"_s).accessibleName(), u"W D J B dash M J H T"_s);
        static const QRegularExpression counting(u"^Good for 1[34]:[0-5]\\d$"_s);
        QVERIFY(counting.match(named<QLabel>(page, u"deviceTime"_s).text()).hasMatch());
        QVERIFY(!shows(page, u"signInForm"_s));
        QSignalSpy opened(&page, &GitHubPage::pageRequested);
        button(page, u"openGitHub"_s).click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"WDJB-MJHT"_s);
        QCOMPARE(opened.constFirst().constFirst().toUrl(), QUrl(u"https://github.com/login/device"_s));
        QSignalSpy cancelled(&page, &GitHubPage::cancelRequested);
        button(page, u"cancelSignIn"_s).click();
        QTest::keyClick(&page, Qt::Key_Escape);
        QCOMPARE(cancelled.size(), 2);
    }

    void aCodeThatHasRunOutIsNoLongerGood() {
        GitHubPage page;
        GitHubState state = sample::enteringCode();
        state.expiresAt = QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
        page.setState(state);
        QCOMPARE(named<QLabel>(page, u"deviceTime"_s).text(), u"Good for 0:00"_s);
    }

    void escapeLeavesAPageOnWhichNothingWaits() {
        GitHubPage page;
        page.setState(sample::signedOut());
        QSignalSpy left(&page, &GitHubPage::backRequested);
        QTest::keyClick(&page, Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
    }

    void anErrorOffersTheOneThingThatHelps() {
        GitHubPage page;
        page.setState(sample::noKeychainForToken());
        QSignalSpy kept(&page, &GitHubPage::sessionOnlyAccepted);
        button(page, u"errorAction"_s).click();
        QCOMPARE(kept.size(), 1);
        page.setState(sample::codeRanOut());
        QVERIFY(!shows(page, u"errorAction"_s));
        QVERIFY(shows(page, u"signInForm"_s));
    }

    void accountsSayWhatCanBeDoneWithThem() {
        GitHubPage page;
        page.resize(900, 700);
        page.show();
        page.setState(sample::severalAccounts());
        const QList<QPushButton*> acts = page.findChildren<QPushButton*>(u"accountAct"_s);
        QCOMPARE(acts.size(), 3);
        QVERIFY(!acts.at(0)->isVisible());
        QSignalSpy again(&page, &GitHubPage::signInAgainRequested);
        acts.at(1)->click();
        QCOMPARE(again.constFirst().constFirst().toLongLong(), 2);
        QSignalSpy current(&page, &GitHubPage::currentRequested);
        acts.at(2)->click();
        QCOMPARE(current.constFirst().constFirst().toLongLong(), 3);
        QSignalSpy revoked(&page, &GitHubPage::revokeRequested);
        page.findChildren<QPushButton*>(u"accountMore"_s).at(0)->click();
        auto* const menu = page.findChild<QMenu*>(u"accountMenu"_s);
        QVERIFY(menu);
        menu->actions().at(1)->trigger();
        menu->close();
        QCOMPARE(revoked.constFirst().constFirst().toLongLong(), 1);
    }

    void theListIsAModelLikeAnyOther() {
        RepositoryListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSkeleton(5);
        QCOMPARE(model.rowCount(), 5);
        model.setSkeleton(0);
        model.setRepositories(sample::repositories().repositories, {});
        QCOMPARE(model.rowCount(), 7);
        model.setRepositories({}, {});
        QCOMPARE(model.rowCount(), 0);
    }

    void filtersAtOnceAndAsksGitHubOnlyWhereNothingFits() {
        RepositoryCard card;
        card.setState(sample::repositories());
        QSignalSpy searched(&card, &RepositoryCard::searchRequested);
        auto& filter = named<QLineEdit>(card, u"repositoryFilter"_s);
        filter.setText(u"acme"_s);
        QCOMPARE(rows(card), 3);
        QVERIFY(searched.isEmpty());
        filter.setText(u"nowhere"_s);
        QCOMPARE(searched.size(), 1);
        QCOMPARE(searched.constFirst().constFirst().toString(), u"nowhere"_s);
        RepositoriesState answered = sample::repositories();
        answered.searched = u"nowhere"_s;
        answered.found = {answered.repositories.first()};
        card.setState(answered);
        QCOMPARE(rows(card), 1);
        QCOMPARE(rowText(card, 0), u"li/my-blog"_s);
        answered.found.clear();
        card.setState(answered);
        QVERIFY(shows(card, u"noRepositories"_s));
    }

    void aRepositoryIsChosenByMouseAndByKeys() {
        RepositoryCard card;
        card.resize(700, 500);
        card.show();
        card.setState(sample::repositories());
        QSignalSpy chosen(&card, &RepositoryCard::chosen);
        auto& view = named<QListView>(card, u"repositoryList"_s);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(view.model()->index(1, 0)).center());
        QCOMPARE(chosen.constLast().constFirst().value<GitHubRepository>().fullName(), u"acme/shop"_s);
        auto& filter = named<QLineEdit>(card, u"repositoryFilter"_s);
        QTest::keyClick(&filter, Qt::Key_Return);
        QCOMPARE(chosen.constLast().constFirst().value<GitHubRepository>().fullName(), u"li/my-blog"_s);
        QTest::keyClick(&filter, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(chosen.size(), 3);
        QCOMPARE(chosen.constLast().constFirst().value<GitHubRepository>().fullName(), u"acme/shop"_s);
    }

    void everyFormOfTheListHasItsWords() {
        RepositoryCard card;
        QVERIFY(shows(card, u"noRepositories"_s));
        QSignalSpy accounts(&card, &RepositoryCard::accountsRequested);
        QSignalSpy refreshed(&card, &RepositoryCard::refreshRequested);
        button(named<QWidget>(card, u"noRepositories"_s), u"emptyAction"_s).click();
        QCOMPARE(accounts.size(), 1);
        card.setState(sample::firstRepositories());
        QCOMPARE(rows(card), 5);
        QVERIFY(!shows(card, u"noRepositories"_s));
        card.setState(sample::limitedRepositories());
        QVERIFY(shows(card, u"repositoryNotice"_s));
        QVERIFY(allWords(card).contains(u"takes no more requests"_s));
        QCOMPARE(rows(card), 7);
        button(named<QWidget>(card, u"repositoryNotice"_s), u"noticeAction"_s).click();
        QCOMPARE(refreshed.size(), 1);
        card.setState(sample::noRepositories());
        QVERIFY(shows(card, u"noRepositories"_s));
    }
};

QTEST_MAIN(GitHubPageTest)
#include "tst_github_page.moc"
