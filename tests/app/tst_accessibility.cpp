#include "app/theme/appearance.h"
#include "app/theme/paint.h"
#include "tests/app/gallery/studio.h"
#include "tests/app/gallery/walk.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QShortcut>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu::app;
using gallery::describe;
using gallery::partsOf;

namespace {

constexpr QSize windowSize(1280, 800);

bool takesTheKeyboard(const QWidget& part) {
    return (part.focusPolicy() & Qt::TabFocus) && part.isEnabled() && !part.focusProxy();
}

/// Which of the window's panes a part stands in: each is read by itself.
const QWidget* paneOf(const QWidget* part) {
    for (const QWidget* parent = part; parent; parent = parent->parentWidget()) {
        if (parent->parentWidget() && parent->parentWidget()->inherits("QSplitter")) {
            return parent;
        }
    }
    return part->window();
}

/// What the Tab key goes through, from the first part on until it comes round.
QList<QWidget*> tabbedThrough(QWidget& shown) {
    QList<QWidget*> reached;
    for (int presses = 0; presses < 300; ++presses) {
        QTest::keyClick(shown.window(), Qt::Key_Tab);
        QWidget* const focus = shown.focusWidget();
        if (!focus || reached.contains(focus)) {
            break;
        }
        reached.append(focus);
    }
    return reached;
}

/// A form may put the buttons that act on its fields last, though they stand above.
bool actsOnWhatIsBelow(const QWidget& part) {
    return part.parentWidget() && part.parentWidget()->inherits("miaobu::app::PageHeader");
}

/// Where \a part is seen from \a other: what scrolls without the other is wherever its area is.
QRect placeOf(const QWidget& part, const QWidget& other) {
    const QWidget* seen = &part;
    for (const QWidget* above = &part; above && !above->isAncestorOf(&other); above = above->parentWidget()) {
        seen = above->inherits("QScrollArea") ? above : seen;
    }
    return {seen->mapTo(seen->window(), QPoint()), seen->size()};
}

bool isReadAfter(const QWidget& next, const QWidget& before) {
    const QRect from = placeOf(before, next);
    const QRect to = placeOf(next, before);
    // A page comes before what lies on it, however far it is scrolled.
    if (before.isAncestorOf(&next)) {
        return true;
    }
    // What floats over the others has no place among them.
    if (before.inherits("miaobu::app::ActivityPill") || next.inherits("miaobu::app::ActivityPill")) {
        return true;
    }
    // The next column, beside what was read last.
    if (to.left() >= from.right() && to.top() <= from.bottom() && to.bottom() >= from.top()) {
        return true;
    }
    const bool onOneLine = to.center().y() >= from.top() && to.center().y() <= from.bottom();
    return onOneLine ? to.left() >= from.left() : to.center().y() > from.center().y();
}

QImage markOf(Tone tone) {
    QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    drawMark(painter, QRectF(0, 0, 40, 40), tone, lightTokens());
    return image;
}

/// In how many of its 1600 points one mark has ink where the other has none.
int differenceOf(const QImage& left, const QImage& right) {
    int points = 0;
    for (int y = 0; y < left.height(); ++y) {
        for (int x = 0; x < left.width(); ++x) {
            points += (qAlpha(left.pixel(x, y)) > 127) != (qAlpha(right.pixel(x, y)) > 127) ? 1 : 0;
        }
    }
    return points;
}

void findUnnamed(const QString& picture, QWidget& shown, QStringList& findings, int& looked) {
    for (QWidget* part : partsOf(shown)) {
        if (part->focusPolicy() == Qt::NoFocus || part->inherits("QScrollArea")) {
            continue;
        }
        ++looked;
        QAccessibleInterface* const spoken = QAccessible::queryAccessibleInterface(part);
        if (!spoken || spoken->text(QAccessible::Name).isEmpty()) {
            findings.append(u"no name: "_s + describe(picture, *part));
        }
        if (!spoken || spoken->role() == QAccessible::NoRole || spoken->role() == QAccessible::Client) {
            findings.append(u"no role: "_s + describe(picture, *part));
        }
    }
}

void findSilentPictures(const QString& picture, QWidget& shown, QStringList& findings) {
    for (const QWidget* part : partsOf(shown)) {
        const auto* const button = qobject_cast<const QAbstractButton*>(part);
        if (button && button->text().isEmpty() && (button->toolTip().isEmpty() || button->accessibleName().isEmpty())) {
            findings.append(describe(picture, *part));
        }
    }
}

void findOutOfOrder(const QString& picture, QWidget& shown, QStringList& findings) {
    QVERIFY2(QTest::qWaitForWindowActive(&shown), qPrintable(picture));
    if (QWidget* const focus = shown.focusWidget()) {
        focus->clearFocus();
    }
    const QList<QWidget*> reached = tabbedThrough(shown);
    for (const QWidget* part : partsOf(shown)) {
        if (takesTheKeyboard(*part) && !part->inherits("QScrollArea") && !reached.contains(part)) {
            findings.append(u"not reached: "_s + describe(picture, *part));
        }
    }
    for (qsizetype next = 1; next < reached.size(); ++next) {
        const QWidget* const before = reached.at(next - 1);
        if (paneOf(before) == paneOf(reached.at(next)) && !actsOnWhatIsBelow(*reached.at(next))
            && !isReadAfter(*reached.at(next), *before)) {
            findings.append(
                u"out of order: %1 after %2"_s.arg(describe(picture, *reached.at(next)), describe(picture, *before)));
        }
    }
}

void findKeysWithTwoMeanings(const QString& picture, QWidget& shown, QStringList& findings) {
    QHash<QString, QString> meanings;
    const auto take = [&](const QKeySequence& keys, const QString& meaning) {
        if (!keys.isEmpty() && meanings.contains(keys.toString())) {
            findings.append(
                u"%1: %2 is “%3” and “%4”"_s.arg(picture, keys.toString(), meaning, meanings.value(keys.toString())));
        }
        meanings.insert(keys.toString(), meaning);
    };
    for (const QAction* action : shown.actions()) {
        for (const QKeySequence& keys : action->shortcuts()) {
            take(keys, action->text());
        }
    }
    for (const QWidget* part : partsOf(shown)) {
        for (const QShortcut* shortcut : part->findChildren<QShortcut*>(Qt::FindDirectChildrenOnly)) {
            if (shortcut->context() == Qt::WindowShortcut) {
                take(shortcut->key(), shortcut->objectName());
            }
        }
        if (const auto* button = qobject_cast<const QAbstractButton*>(part)) {
            take(QKeySequence::mnemonic(button->text()), button->text());
        }
    }
}

} // namespace

class AccessibilityTest : public QObject {
    Q_OBJECT

    std::optional<Appearance> m_appearance;
    QStringList m_unnamed;
    QStringList m_silent;
    QStringList m_outOfOrder;
    QStringList m_ambiguousKeys;
    int m_looked = 0;

private slots:
    /// Each picture is shown once and looked at for everything: to show them all is what takes time.
    void initTestCase() {
        m_appearance.emplace(*qApp);
        m_appearance->setLanguage(u"en"_s);
        gallery::walk(windowSize, [this](const QString& picture, QWidget& shown) {
            findUnnamed(picture, shown, m_unnamed, m_looked);
            findSilentPictures(picture, shown, m_silent);
            findKeysWithTwoMeanings(picture, shown, m_ambiguousKeys);
            findOutOfOrder(picture, shown, m_outOfOrder);
        });
    }
    void cleanupTestCase() { m_appearance.reset(); }

    void whatTakesTheKeyboardHasANameAndARole() {
        QVERIFY(gallery::nothingFound(m_unnamed));
        QVERIFY(m_looked > 500);
    }

    void whatShowsAPictureAloneSaysWhatItDoes() { QVERIFY(gallery::nothingFound(m_silent)); }

    void tabReachesEverythingInReadingOrder() { QVERIFY(gallery::nothingFound(m_outOfOrder)); }

    void oneKeyDoesOneThing() { QVERIFY(gallery::nothingFound(m_ambiguousKeys)); }

    void statesDifferInShapeNotOnlyInColour() {
        const QList<Tone> tones{Tone::Live, Tone::Building, Tone::Failed, Tone::Preview, Tone::Idle};
        for (qsizetype one = 0; one < tones.size(); ++one) {
            for (qsizetype other = one + 1; other < tones.size(); ++other) {
                QVERIFY2(differenceOf(markOf(tones.at(one)), markOf(tones.at(other))) > 80,
                    qPrintable(u"%1 and %2"_s.arg(one).arg(other)));
            }
        }
    }
};

QTEST_MAIN(AccessibilityTest)
#include "tst_accessibility.moc"
