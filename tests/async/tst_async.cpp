#include "core/async/completion.h"
#include "core/async/parallel.h"
#include "core/async/pool.h"
#include "core/async/sleep.h"
#include "tests/support/await.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace std::chrono_literals;

namespace {

QCoro::Task<> waitFor(Completion completion, std::shared_ptr<int> resumed) {
    co_await completion;
    ++*resumed;
}

struct Counters {
    int running = 0;
    int most = 0;
    int begun = 0;
};

} // namespace

class TestAsync : public QObject {
    Q_OBJECT

private slots:
    void completionResumesOnceAndNeverInsideTheCaller() {
        const Completion completion;
        auto resumed = std::make_shared<int>(0);
        QCoro::Task<> task = waitFor(completion, resumed);
        completion.complete();
        completion.complete();
        QCOMPARE(*resumed, 0);
        test::await(std::move(task));
        QCOMPARE(*resumed, 1);
    }

    void completionMayComeBeforeTheWait() {
        const Completion completion;
        completion.complete();
        auto resumed = std::make_shared<int>(0);
        test::await(waitFor(completion, resumed));
        QCOMPARE(*resumed, 1);
    }

    void sleepEndsAtOnceWhenCancelled() {
        std::stop_source stop;
        QTimer::singleShot(10ms, [&stop] { stop.request_stop(); });
        QVERIFY_THROWS_EXCEPTION(Error, test::await(sleepFor(1h, stop.get_token())));
    }

    void forEachKeepsItsLimit() {
        auto counters = std::make_shared<Counters>();
        const auto work = [counters](int) -> QCoro::Task<> {
            const auto shared = counters;
            ++shared->begun;
            shared->most = std::max(shared->most, ++shared->running);
            co_await sleepFor(1ms, {});
            --shared->running;
        };
        test::await(forEachLimited(QList<int>(20, 0), 4, work, {}));
        QCOMPARE(counters->begun, 20);
        QCOMPARE(counters->most, 4);
    }

    void forEachAwaitsEverythingBegunBeforeItThrows() {
        auto counters = std::make_shared<Counters>();
        const auto work = [counters](int item) -> QCoro::Task<> {
            const auto shared = counters;
            ++shared->running;
            ++shared->begun;
            co_await sleepFor(item == 1 ? 1ms : 20ms, {});
            --shared->running;
            if (item == 1) {
                throw Error(ErrorKind::NotFound, u"one"_s);
            }
        };
        QVERIFY_THROWS_EXCEPTION(Error, test::await(forEachLimited(QList<int>{0, 1, 2, 3, 4, 5}, 3, work, {})));
        QCOMPARE(counters->running, 0);
        QVERIFY(counters->begun < 6);
    }

    void poolCarriesErrorsWhole() {
        try {
            test::await(runOnPool([]() -> int { throw Error(ErrorKind::DiskFull, u"/data"_s); }));
            QFAIL("nothing was thrown");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::DiskFull);
            QCOMPARE(error.subject, u"/data"_s);
        }
        QCOMPARE(test::await(runOnPool([] { return 42; })), 42);
    }

    void errorKindsKeepTheirNames() {
        QCOMPARE(errorKindFromName(errorKindName(ErrorKind::EdgeRuntimeMissing)), ErrorKind::EdgeRuntimeMissing);
        QCOMPARE(errorKindFromName(u"NoSuchKind"_s), ErrorKind::Internal);
    }
};

QTEST_GUILESS_MAIN(TestAsync)
#include "tst_async.moc"
