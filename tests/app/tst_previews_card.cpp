#include "app/screens/previews/preview_form.h"
#include "app/screens/previews/preview_row.h"
#include "app/screens/previews/previews_card.h"
#include "app/widgets/pill.h"
#include "tests/app/sample_previews.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;

namespace {

struct Shown {
    explicit Shown(const PreviewsState& state) {
        card.resize(900, 500);
        card.show();
        card.setState(state);
    }

    template <typename Widget> Widget& named(const QString& name) {
        for (Widget* widget : card.findChildren<Widget*>(name)) {
            if (widget->isVisible()) {
                return *widget;
            }
        }
        qFatal("%s is not to be seen", qPrintable(name));
    }
    [[nodiscard]] bool shows(const QString& name) {
        for (const QWidget* widget : card.findChildren<QWidget*>(name)) {
            if (widget->isVisible()) {
                return true;
            }
        }
        return false;
    }
    QStringList actionsOf(qsizetype row) {
        card.findChildren<PreviewRow*>().at(row)->findChild<QPushButton*>(u"previewMenu"_s)->click();
        auto* const menu = card.findChild<QMenu*>(u"previewActions"_s);
        QStringList names;
        for (const QAction* action : menu->actions()) {
            if (!action->isSeparator() && action->isEnabled()) {
                names.append(action->objectName());
            }
        }
        delete menu;
        return names;
    }
    QString textOf(qsizetype row, const QString& name) {
        return card.findChildren<PreviewRow*>().at(row)->findChild<QLabel*>(name)->text();
    }
    QString pillOf(qsizetype row) {
        return card.findChildren<PreviewRow*>().at(row)->findChild<Pill*>(u"previewPill"_s)->text();
    }

    PreviewsCard card;
};

} // namespace

class PreviewsCardTest : public QObject {
    Q_OBJECT

private slots:
    void noneYet() {
        Shown shown(sample::noPreviews());
        QVERIFY(shown.shows(u"newPreview"_s));
        QVERIFY(shown.shows(u"previewsText"_s));
        QVERIFY(!shown.shows(u"previewRow"_s));
        QVERIFY(!shown.shows(u"previewForm"_s));
        QVERIFY(!shown.shows(u"previewsError"_s));
    }

    void eachWithItsBranchItsStateAndItsAge() {
        Shown shown(sample::somePreviews());
        QCOMPARE(shown.card.findChildren<PreviewRow*>().size(), 4);
        QCOMPARE(shown.textOf(0, u"previewHost"_s), u"my-blog-redesign.example.com"_s);
        QVERIFY(shown.textOf(0, u"previewFacts"_s).startsWith(u"redesign  ·  "_s));
        QVERIFY(shown.textOf(0, u"previewFacts"_s).endsWith(u"3 h ago  ·  with a password"_s));
        QVERIFY(shown.textOf(1, u"previewFacts"_s).startsWith(u"no branch"_s));
        QVERIFY(shown.textOf(1, u"previewFacts"_s).endsWith(u"open to everybody"_s));
        QCOMPARE(shown.pillOf(0), u"Live"_s);
        QCOMPARE(shown.pillOf(2), u"Running"_s);
        QCOMPARE(shown.pillOf(3), u"Failed"_s);
    }

    void whatCanBeDone() {
        Shown shown(sample::somePreviews());
        QCOMPARE(shown.actionsOf(0),
            QStringList({u"openPreviewAction"_s, u"copyPreview"_s, u"previewLog"_s, u"redeployPreview"_s,
                u"askPassword"_s, u"removePassword"_s, u"removePreview"_s}));
        QVERIFY(!shown.actionsOf(1).contains(u"removePassword"_s));
        // While it is built, what would meet that is not offered.
        QCOMPARE(shown.actionsOf(2),
            QStringList({u"openPreviewAction"_s, u"copyPreview"_s, u"previewLog"_s, u"stopPreview"_s}));
    }

    void whileAPasswordIsSetNothingElseIsChanged() {
        PreviewsState state = sample::somePreviews();
        state.isChanging = true;
        Shown shown(state);
        QVERIFY(!shown.actionsOf(0).contains(u"askPassword"_s));
        QVERIFY(!shown.actionsOf(0).contains(u"removePreview"_s));
        QVERIFY(shown.actionsOf(0).contains(u"openPreviewAction"_s));
    }

    void theFormSuggestsAName() {
        Shown shown(sample::newPreview());
        QSignalSpy made(&shown.card.intents(), &PreviewsIntents::make);
        auto& name = shown.named<QLineEdit>(u"previewName"_s);
        auto& reference = shown.named<QComboBox>(u"previewReference"_s);
        QVERIFY(!shown.named<QPushButton>(u"makePreview"_s).isEnabled());
        // The site's own branch is no preview.
        QCOMPARE(reference.findText(u"main"_s), -1);
        reference.setEditText(u"feature/Login"_s);
        QCOMPARE(name.text(), u"feature-login"_s);
        QCOMPARE(shown.named<QLabel>(u"previewNameNote"_s).text(), u"my-blog-feature-login.example.com"_s);
        reference.setEditText(u"A1B2C3D4E5"_s);
        QCOMPARE(name.text(), u"a1b2c3d"_s);
        // What a person typed stays.
        name.clear();
        QTest::keyClicks(&name, u"mine"_s);
        reference.setEditText(u"other"_s);
        QCOMPARE(name.text(), u"mine"_s);
        QTest::keyClicks(&shown.named<QLineEdit>(u"previewPassword"_s), u"open sesame"_s);
        shown.named<QPushButton>(u"makePreview"_s).click();
        QCOMPARE(made.size(), 1);
        const auto draft = made.first().first().value<PreviewDraft>();
        QCOMPARE(draft, (PreviewDraft{u"other"_s, u"mine"_s, "open sesame"}));
        // A password is kept no longer than it is needed.
        QCOMPARE(shown.named<QLineEdit>(u"previewPassword"_s).text(), QString());
    }

    void namesThatCannotBe_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"A", "-a", "a-", "a b", "a.b", "a_b"}) {
            QTest::newRow(name) << QString::fromUtf8(name);
        }
    }

    void namesThatCannotBe() {
        QFETCH(QString, name);
        Shown shown(sample::newPreview());
        shown.named<QComboBox>(u"previewReference"_s).setEditText(u"x"_s);
        auto& field = shown.named<QLineEdit>(u"previewName"_s);
        field.clear();
        QTest::keyClicks(&field, name);
        QVERIFY(!shown.named<QPushButton>(u"makePreview"_s).isEnabled());
        QVERIFY(shown.named<QLabel>(u"previewNameNote"_s).text().startsWith(u"Small letters"_s));
    }

    void oneThatIsThereIsReplacedAndOneThatIsBuiltIsNot() {
        Shown shown(sample::newPreview());
        auto& reference = shown.named<QComboBox>(u"previewReference"_s);
        reference.setEditText(u"redesign"_s);
        QVERIFY(shown.named<QLabel>(u"previewNameNote"_s).text().startsWith(u"Replaces"_s));
        QVERIFY(shown.named<QPushButton>(u"makePreview"_s).isEnabled());
        reference.setEditText(u"feature/dark-mode"_s);
        QVERIFY(!shown.named<QPushButton>(u"makePreview"_s).isEnabled());
    }

    void aFolderHasNoBranches() {
        PreviewsState state = sample::newPreview();
        state.project.source = {SourceKind::Folder, u"/home/lina/blog"_s, {}};
        Shown shown(state);
        QVERIFY(!shown.shows(u"previewReference"_s));
        QTest::keyClicks(&shown.named<QLineEdit>(u"previewName"_s), u"now"_s);
        QSignalSpy made(&shown.card.intents(), &PreviewsIntents::make);
        shown.named<QPushButton>(u"makePreview"_s).click();
        QCOMPARE(made.first().first().value<PreviewDraft>(), (PreviewDraft{{}, u"now"_s, {}}));
    }

    void whyTheBranchesAreNotKnown() {
        Shown shown(sample::newPreviewOffline());
        QVERIFY(shown.named<QLabel>(u"previewReferenceNote"_s).text().contains(u"github.com"_s));
        // One can be typed all the same.
        shown.named<QComboBox>(u"previewReference"_s).setEditText(u"next"_s);
        QVERIFY(shown.named<QPushButton>(u"makePreview"_s).isEnabled());
    }

    void anErrorAndAWebApp() {
        Shown shown(sample::refusedPreviews());
        QVERIFY(shown.shows(u"previewsError"_s));
        shown.card.setState(sample::previewsOfWebApp());
        QVERIFY(!shown.shows(u"previewsError"_s));
        QVERIFY(!shown.shows(u"newPreview"_s));
        QVERIFY(shown.named<QLabel>(u"previewsText"_s).text().contains(u"web app"_s));
    }

    void manyScroll() {
        Shown shown(sample::manyPreviews());
        QCOMPARE(shown.card.findChildren<PreviewRow*>().size(), 12);
        auto& area = shown.named<QScrollArea>(u"previewRows"_s);
        QTRY_VERIFY(area.height() < area.widget()->height());
        shown.card.setState(sample::noPreviews());
        QVERIFY(!shown.shows(u"previewRow"_s));
    }
};

QTEST_MAIN(PreviewsCardTest)
#include "tst_previews_card.moc"
