#include "app/text/error_text.h"
#include "app/text/state_text.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;

namespace {

constexpr ErrorKind lastKind = ErrorKind::RegistryMissing;

} // namespace

class TestErrorText : public QObject {
    Q_OBJECT

private slots:
    void everyKindHasWordsOfItsOwn() {
        const QString fallback = wordsFor(Error(ErrorKind::Internal)).what;
        QSet<QString> seen;
        for (int value = 0; value <= static_cast<int>(lastKind); ++value) {
            const ErrorKind kind = static_cast<ErrorKind>(value);
            const QString what = wordsFor(Error(kind, u"it"_s, u"because"_s)).what;
            QVERIFY2(!what.isEmpty(), qPrintable(errorKindName(kind)));
            QVERIFY2(kind == ErrorKind::Internal || what != fallback, qPrintable(errorKindName(kind)));
            QVERIFY2(!what.contains(u"%1"_s), qPrintable(what));
            seen.insert(what);
        }
        // HttpStatus and ServiceError say the same.
        QCOMPARE(seen.size(), static_cast<int>(lastKind));
    }

    void subjectsAreNeverTakenForPlaceholders() {
        QVERIFY(wordsFor(Error(ErrorKind::FolderMissing, u"/a/%1/b"_s)).what.contains(u"/a/%1/b"_s));
    }

    void aFailureBeforeRoutingSaysThatVisitorsSawNothing() {
        Failure failure;
        failure.kind = ErrorKind::BuildFailed;
        failure.stage = Stage::Build;
        failure.exitCode = 7;
        const ErrorWords words = wordsFor(failure);
        QVERIFY(words.what.contains(u"7"_s));
        QVERIFY(words.why.contains(u"visitors"_s));
        failure.stage = Stage::Prove;
        failure.kind = ErrorKind::ProofFailed;
        QVERIFY(!wordsFor(failure).why.contains(u"visitors"_s));
    }

    void missingOutputOffersWhatExists() {
        Error error(ErrorKind::OutputMissing, u"dist"_s);
        error.alternatives = {u"build"_s, u"public"_s};
        QVERIFY(wordsFor(error).next.contains(u"build"_s));
        QCOMPARE(wordsFor(error).action, ErrorAction::EditSettings);
    }

    void aMissingRootDirectoryOffersOnlyWhatThereIs() {
        Error error(ErrorKind::RootDirectoryMissing, u"app"_s);
        QVERIFY(!wordsFor(error).next.contains(u"one of them"_s));
        error.alternatives = {u"web"_s};
        QVERIFY(wordsFor(error).why.contains(u"web"_s) && wordsFor(error).next.contains(u"one of them"_s));
    }

    void largeFilesAreNamed() {
        QVERIFY(
            wordsFor(Error(ErrorKind::LargeFilePointers, u"2"_s, u"a.png\nb.png"_s)).why.contains(u"a.png, b.png"_s));
    }

    void timesAreRelative() {
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
        QCOMPARE(timeAgo(now.addSecs(-5), now), u"just now"_s);
        QCOMPARE(timeAgo(now.addSecs(-750), now), u"12 min ago"_s);
        QCOMPARE(durationText(std::chrono::milliseconds(38'400)), u"38 s"_s);
        QCOMPARE(durationText(std::chrono::milliseconds(250'000)), u"4 min 10 s"_s);
    }
};

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_error_text.moc"
