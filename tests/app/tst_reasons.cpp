#include "app/text/language.h"
#include "app/text/reason_text.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu::app;

class ReasonsTest : public QObject {
    Q_OBJECT

private slots:
    void reasonsAreSaidInTheLanguageOfTheWindow_data() {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("chinese");
        QTest::newRow("fixed") << u"every page is a file"_s << u"每个页面都是一个文件"_s;
        QTest::newRow("one place") << u"astro writes its pages"_s << u"astro 会生成所有页面"_s;
        QTest::newRow("two places") << u"the script \"build:web\" in package.json, as in netlify.toml"_s
                                    << u"package.json 中的脚本“build:web”，与 netlify.toml 一致"_s;
        QTest::newRow("the special one wins")
            << u"next is a dependency in package.json"_s << u"package.json 依赖 next"_s;
        QTest::newRow("a key in a file") << u"outputPath in angular.json"_s << u"angular.json 中的 outputPath"_s;
        QTest::newRow("a place that looks like one") << u"the script builds %2"_s << u"脚本构建 %2"_s;
        QTest::newRow("a file") << u"pnpm-lock.yaml"_s << u"pnpm-lock.yaml"_s;
    }

    void reasonsAreSaidInTheLanguageOfTheWindow() {
        QFETCH(QString, reason);
        QFETCH(QString, chinese);
        Language language;
        language.set(u"en"_s);
        QCOMPARE(reasonText(reason), reason);
        language.set(u"zh"_s);
        QCOMPARE(reasonText(reason), chinese);
    }
};

QTEST_MAIN(ReasonsTest)
#include "tst_reasons.moc"
