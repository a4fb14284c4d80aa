#include "tests/app/desk.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;
using miaobu::test::Desk;

namespace {

/// A site that is built by Node.js, not deployed yet.
struct SiteDesk : Desk {
    SiteDesk() {
        world.write(u"package.json"_s, R"({"scripts":{"build":"vite build"},"devDependencies":{"vite":"5"}})");
        world.write(u"index.html"_s, "<h1>hello</h1>");
        project = world.addProject();
        QTRY_COMPARE(window.frame().page(), WindowFrame::Page::Project);
    }

    [[nodiscard]] std::optional<BuildPlace> stored() const {
        return ProjectTable(*world.database).find(project.id)->overrides.place;
    }

    Project project;
};

} // namespace

/// Where a site is built: on this computer itself, or in a container on it.
class BuildPlaceFlowTest : public QObject {
    Q_OBJECT

private slots:
    void withoutAFittingNodeOneButtonBuildsItInAContainer() {
        SiteDesk desk;
        desk.world.builder.hasNode = false;
        desk.click(u"deploy"_s);
        QTRY_COMPARE(desk.pill(), u"Failed"_s);
        QVERIFY(desk.named<QLabel>(u"errorWhat"_s).text().contains(u">=22"_s));
        QCOMPARE(desk.named<QPushButton>(u"errorAction"_s).text(), u"Build in a container"_s);
        desk.click(u"errorAction"_s);
        QTRY_VERIFY2(desk.pill() == u"Live", qPrintable(desk.error()));
        QCOMPARE(desk.stored(), BuildPlace::Container);
        QCOMPARE(desk.world.builder.place, BuildPlace::Container);
    }

    void theSettingsSayWhere() {
        SiteDesk desk;
        desk.deploy();
        QCOMPARE(desk.world.builder.place, BuildPlace::Computer);
        desk.window.frame().project().showTab(ProjectPage::Tab::Settings);
        QVERIFY(desk.shows(u"buildPlace"_s));
        auto& place = desk.named<QComboBox>(u"buildPlace"_s);
        QTest::keyClick(&place, Qt::Key_Down);
        QCOMPARE(place.currentText(), u"A container on this computer"_s);
        desk.click(u"applySettings"_s);
        QTRY_COMPARE(desk.stored(), BuildPlace::Container);
        desk.world.write(u"index.html"_s, "<h1>changed</h1>");
        desk.deploy();
        QTRY_COMPARE(desk.world.builder.place, BuildPlace::Container);

        QTest::keyClick(&place, Qt::Key_Up);
        desk.click(u"applySettings"_s);
        QTRY_VERIFY(!desk.stored());
    }

    void whereNothingIsBuiltThereIsNothingToChoose() {
        SiteDesk desk;
        desk.deploy();
        desk.window.frame().project().showTab(ProjectPage::Tab::Settings);
        for (const QString& name : {u"installCommand"_s, u"buildCommand"_s}) {
            QVERIFY(desk.shows(u"buildPlace"_s));
            auto& command = desk.named<QLineEdit>(name);
            command.selectAll();
            QTest::keyClick(&command, Qt::Key_Delete);
        }
        QVERIFY(!desk.shows(u"buildPlace"_s));
    }
};

QTEST_MAIN(BuildPlaceFlowTest)
#include "tst_build_place_flow.moc"
