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
        for (const Tone tone : {Tone::Live, Tone::Building, Tone::Failed, Tone::Preview, Tone::Idle}) {
            readable(tokens.text, tokens.of(tone).soft, "text on a soft ground");
        }
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
    }

    void everyIconSitsInItsSquare() {
        for (int which = 0; which <= static_cast<int>(Icon::Warning); ++which) {
            const QImage image = iconPixmap(static_cast<Icon>(which), Qt::black, 24, 4.0).toImage();
            int left = image.width();
            int right = 0;
            int top = image.height();
            int bottom = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y).alpha() > 128) {
                        left = std::min(left, x);
                        right = std::max(right, x);
                        top = std::min(top, y);
                        bottom = std::max(bottom, y);
                    }
                }
            }
            const QString what
                = QStringLiteral("icon %1 is at %2…%3, %4…%5").arg(which).arg(left).arg(right).arg(top).arg(bottom);
            // Nothing is cut at the border, and the middle of what is drawn is the middle of the square.
            QVERIFY2(left > 0 && top > 0 && right < image.width() - 1 && bottom < image.height() - 1, qPrintable(what));
            QVERIFY2(std::abs(left + right - image.width()) <= 12, qPrintable(what));
            QVERIFY2(std::abs(top + bottom - image.height()) <= 12, qPrintable(what));
        }
    }

    void theProgramsIconIsSharpInEverySize() {
        for (const int size : {16, 22, 24, 32, 48, 64, 128, 256, 512}) {
            const QImage image = applicationIcon().pixmap(QSize(size, size), 1.0).toImage();
            QCOMPARE(image.size(), QSize(size, size));
            QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
            QCOMPARE(image.pixelColor(size / 2, size * 2 / 3).lightness(), 255);
            QCOMPARE(image.pixelColor(size / 2, size / 8).name(), lightTokens().accent.name());
        }
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
