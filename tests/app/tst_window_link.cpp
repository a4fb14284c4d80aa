#include "app/shell/window_link.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu::app;

class WindowLinkTest : public QObject {
    Q_OBJECT

private slots:
    void linksLeadToPlaces() {
        QCOMPARE(parseWindowLink(u"miaobu://project/my-blog"_s)->slug, u"my-blog"_s);
        QCOMPARE(parseWindowLink(u"miaobu://project/a/"_s)->slug, u"a"_s);
        const auto deployment = parseWindowLink(u"miaobu://deployment/123456789012345"_s);
        QCOMPARE(deployment->kind, WindowLink::Kind::Deployment);
        QCOMPARE(deployment->deployment, 123456789012345);
        const auto created = parseWindowLink(u"miaobu://new?source=https%3A%2F%2Fgithub.com%2Flina%2Fblog"_s);
        QCOMPARE(created->kind, WindowLink::Kind::NewProject);
        QCOMPARE(created->source, QUrl(u"https://github.com/lina/blog"_s));
        QCOMPARE(
            parseWindowLink(u"miaobu://new?source=https://gitee.com/lina/blog.git"_s)->source.host(), u"gitee.com"_s);
    }

    void allElseLeadsNowhere_data() {
        QTest::addColumn<QString>("link");
        const QStringList links{u""_s, u"miaobu:"_s, u"miaobu://"_s, u"miaobu://project"_s, u"miaobu://project/"_s,
            u"miaobu://project/-a"_s, u"miaobu://project/a-"_s, u"miaobu://project/My"_s, u"miaobu://project/../x"_s,
            u"miaobu://project/a/deploy"_s, u"miaobu://project/a?deploy=1"_s, u"miaobu://project/a#deploy"_s,
            u"miaobu://project/a\n"_s, u"miaobu://project/a%00"_s, u" miaobu://project/a"_s,
            u"miaobu://project/"_s + QString(64, u'a'), u"MIAOBU://project/a"_s, u"miaobu:/project/a"_s,
            u"miaobu:///project/a"_s, u"miaobu://user@project/a"_s, u"miaobu://deploy/a"_s, u"miaobu://project/项目"_s,
            u"miaobu://deployment/0"_s, u"miaobu://deployment/-1"_s, u"miaobu://deployment/1e3"_s,
            u"miaobu://deployment/9007199254740993000"_s, u"miaobu://deployment/１"_s, u"miaobu://deployment/01"_s,
            u"miaobu://new"_s, u"miaobu://new?source="_s, u"miaobu://new?source=http://github.com/a/b"_s,
            u"miaobu://new?source=file:///etc"_s, u"miaobu://new?source=/etc/passwd"_s,
            u"miaobu://new?source=javascript:alert(1)"_s, u"miaobu://new?source=ext::sh%20-c%20id"_s,
            u"miaobu://new?source=https://user:secret@github.com/a/b"_s,
            u"miaobu://new?source=https%3A%2F%2Fuser%3Asecret%40github.com%2Fa"_s,
            u"miaobu://new?source=https://github.com/a/b&run=1"_s,
            u"miaobu://new?run=1&source=https://github.com/a/b"_s,
            u"miaobu://new?source=https%3A%2F%2Fgithub.com%2Fa%0A-c"_s, u"miaobu://new?source=https://"_s,
            u"miaobu://new?source=https://github.com"_s, u"miaobu://new?source=https%3A%2F%2Fgithub.com%2Fa%3Fb%3Dc"_s,
            u"miaobu://new?source=--upload-pack"_s, u"miaobu://new?source=https://github.com/"_s + QString(600, u'a')};
        for (qsizetype link = 0; link < links.size(); ++link) {
            QTest::addRow("%d", static_cast<int>(link)) << links.at(link);
        }
    }

    void allElseLeadsNowhere() {
        QFETCH(QString, link);
        QVERIFY2(!parseWindowLink(link), qPrintable(link));
    }

    void changedLettersNeverGiveMoreThanTheyShould() {
        const QStringList good{u"miaobu://project/my-blog"_s, u"miaobu://deployment/42"_s,
            u"miaobu://new?source=https://github.com/lina/blog"_s};
        const QString letters = u"/:?=&#%@.-_ \\\"'<>\n\t\0aZ0é喵"_s;
        for (const QString& link : good) {
            for (qsizetype at = 0; at < link.size(); ++at) {
                for (const QChar letter : letters) {
                    QString changed = link;
                    changed[at] = letter;
                    const auto parsed = parseWindowLink(changed);
                    if (!parsed) {
                        continue;
                    }
                    static const QRegularExpression slug(u"^[a-z0-9-]*$"_s);
                    QVERIFY2(slug.match(parsed->slug).hasMatch(), qPrintable(changed));
                    QVERIFY2(parsed->source.isEmpty()
                            || (parsed->source.scheme() == u"https" && parsed->source.userInfo().isEmpty()),
                        qPrintable(changed));
                    QVERIFY(parsed->deployment >= 0);
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(WindowLinkTest)
#include "tst_window_link.moc"
