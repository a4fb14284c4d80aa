#include "app/theme/appearance.h"
#include "app/theme/icons.h"
#include "app/theme/palette.h"

#include <QtTest>

using namespace miaobu::app;

class ThemeTest : public QObject {
    Q_OBJECT

private slots:
    void textIsReadableOnEveryGround_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void textIsReadableOnEveryGround() {
        QFETCH(bool, dark);
        const Tokens& tokens = dark ? darkTokens() : lightTokens();
        const auto readable = [](const QColor& ink, const QColor& ground, const char* what) {
            const double ratio = contrastRatio(ink, ground);
            QVERIFY2(ratio >= 4.5,
                qPrintable(QStringLiteral("%1: %2 on %3 is %4")
                        .arg(QLatin1StringView(what), ink.name(), ground.name())
                        .arg(ratio)));
        };
        for (const QColor& ground :
            {tokens.ground, tokens.card, tokens.side, tokens.field, tokens.logGround, tokens.selection, tokens.hover}) {
            readable(tokens.text, ground, "text");
            readable(tokens.muted, ground, "muted");
        }
        for (const QColor& ground : {tokens.ground, tokens.card, tokens.side, tokens.logGround}) {
            readable(tokens.faint, ground, "faint");
        }
        for (const Tone tone : {Tone::Live, Tone::Building, Tone::Failed, Tone::Preview, Tone::Idle}) {
            readable(tokens.of(tone).ink, tokens.of(tone).soft, "pill");
            readable(tokens.of(tone).ink, tokens.card, "mark on a card");
            readable(tokens.of(tone).ink, tokens.side, "mark on the sidebar");
            readable(tokens.of(tone).ink, tokens.logGround, "log");
        }
        readable(tokens.onAccent, tokens.accent, "primary button");
        readable(tokens.accent, tokens.card, "link");
        readable(tokens.accent, tokens.ground, "link");
        readable(tokens.accent, tokens.accentSoft, "quiet button");
        readable(tokens.text, tokens.failed.soft, "error line");
    }

    void tokensAreFoundFromTheirPalette() {
        QVERIFY(!tokensFor(paletteOf(lightTokens())).dark);
        QVERIFY(tokensFor(paletteOf(darkTokens())).dark);
    }

    void everyIconDraws() {
        for (int which = 0; which <= static_cast<int>(Icon::Warning); ++which) {
            const QImage image = iconPixmap(static_cast<Icon>(which), Qt::red, 24, 2.0).toImage();
            int inked = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor pixel = image.pixelColor(x, y);
                    inked += pixel.alpha() > 128 ? 1 : 0;
                    QVERIFY2(pixel.alpha() < 250 || (pixel.red() > 250 && pixel.green() < 5 && pixel.blue() < 5),
                        qPrintable(QString::number(which)));
                }
            }
            QVERIFY2(inked > 20, qPrintable(QStringLiteral("icon %1 is empty").arg(which)));
        }
        QVERIFY(!applicationIcon().pixmap(64, 64).isNull());
    }

    void themeChangesThePaletteOfTheWholeApplication() {
        Appearance appearance(*qApp);
        appearance.setTheme(Theme::Dark);
        QVERIFY(tokensFor(QApplication::palette()).dark);
        appearance.setTheme(Theme::Light);
        QVERIFY(!tokensFor(QApplication::palette()).dark);
        QCOMPARE(themeFromName(themeName(Theme::Dark)), Theme::Dark);
        QCOMPARE(themeFromName(QStringLiteral("rubbish")), Theme::System);
    }
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
