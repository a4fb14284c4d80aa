#include "app/screens/project/stage_steps.h"
#include "app/screens/reality/reality_page.h"
#include "app/screens/target/target_page.h"
#include "app/shell/sidebar.h"
#include "tests/app/gallery/picture.h"
#include "tests/app/gallery/studio.h"
#include "tests/app/sample_reality.h"
#include "tests/app/sample_states.h"
#include "tests/app/sample_targets.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace miaobu::app::gallery {

namespace {

/// The window without the cards above \a name, which is far down.
QWidget& from(Studio& studio, QWidget& window, const QString& name) {
    const auto& part = studio.part<QWidget>(name);
    const QList<QWidget*> cards = part.parentWidget()->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget* const card : cards) {
        if (card == &part) {
            break;
        }
        card->hide();
    }
    return window;
}

Picture reality(const QString& name, const RealityState& state) {
    return {u"reality-"_s + name, [state](Studio& studio) -> QWidget& {
                studio.frame().reality().setState(state);
                return studio.showPage(WindowFrame::Page::Reality);
            }};
}

Picture cache(const QString& name, const CacheView& view) {
    return {u"cache-"_s + name, [view](Studio& studio) -> QWidget& {
                QWidget& window = studio.showProject(sample::live(), ProjectPage::Tab::Settings);
                studio.frame().project().setCache(view);
                return from(studio, window, u"cacheCard"_s);
            }};
}

Picture removal(const QString& name, const RemovalView& view) {
    return {u"deleting-"_s + name, [view](Studio& studio) -> QWidget& {
                QWidget& window = studio.showProject(sample::live(), ProjectPage::Tab::Overview);
                QList<ProjectRow> rows = studio.projects().rows();
                rows[0].isBeingRemoved = true;
                rows[0].isRemovalRunning = view.isRunning;
                rows[0].isRemovalStuck = true;
                studio.projects().setRows(rows);
                studio.frame().project().setRemoval(view);
                return window;
            }};
}

Picture propagation(const QString& name, const PropagationView& view) {
    return {u"propagation-"_s + name, [view](Studio& studio) -> QWidget& {
                ProjectState state = sample::building();
                state.deployments[0].stage = Stage::Prove;
                state.run.stage = Stage::Prove;
                state.run.cancellable = false;
                const qint64 now = state.now.toMSecsSinceEpoch();
                state.run.startedAt = {now - 39'000, now - 38'000, now - 36'000, now - 25'000, now - 6'000, now - 5'000,
                    now - 3'000, now - 2'000, now - 1'000};
                state.steps = stageSteps(state.deployments.constFirst(), state.run.startedAt, state.run, now);
                QWidget& window = studio.showProject(state, ProjectPage::Tab::Overview);
                studio.frame().project().setPropagation(view);
                return window;
            }};
}

Picture rebuild(const QString& name, const RebuildView& view) {
    return {u"rebuild-"_s + name, [view](Studio& studio) -> QWidget& {
                studio.frame().target().setState(sample::readyTarget());
                studio.frame().target().setRebuild(view);
                QWidget& window = studio.showPage(WindowFrame::Page::Target);
                studio.frame().sidebar().selectTarget(u"example"_s);
                return from(studio, window, u"rebuildCard"_s);
            }};
}

} // namespace

QList<Picture> realityPictures() {
    const auto asking = [](Studio& studio) -> QWidget& {
        QWidget& window = removal({}, sample::failedRemoval()).show(studio);
        studio.part<QPushButton>(u"forgetProject"_s).click();
        return window;
    };
    const auto removing = [](Studio& studio) -> QWidget& {
        RealityState state = sample::differing();
        state.findings = {state.findings.at(1)};
        QWidget& window = reality({}, state).show(studio);
        studio.part<QPushButton>(u"removeFinding"_s).click();
        return window;
    };
    return {
        reality(u"checking"_s, sample::checkingReality()),
        reality(u"agrees"_s, sample::agreeing()),
        reality(u"differs"_s, sample::differing()),
        reality(u"half"_s, sample::halfPutRight()),
        reality(u"half-blind"_s, sample::halfBlindCheck()),
        reality(u"failed"_s, sample::failedCheck()),
        {u"reality-removing"_s, removing},
        cache(u"untouched"_s, sample::untouchedCache()),
        cache(u"looked-at"_s, sample::lookedAtCache()),
        cache(u"purging"_s, sample::purgingCache()),
        cache(u"purged"_s, sample::purgedCache()),
        cache(u"used-up"_s, sample::usedUpCache()),
        cache(u"refused"_s, sample::refusedCache()),
        cache(u"plain"_s, sample::plainCache()),
        removal(u"running"_s, sample::runningRemoval()),
        removal(u"failed"_s, sample::failedRemoval()),
        removal(u"interrupted"_s, sample::interruptedRemoval()),
        {u"deleting-forget"_s, asking},
        propagation(u"begun"_s, sample::propagating()),
        propagation(u"slow"_s, sample::slowlyPropagating()),
        propagation(u"put-back"_s, sample::halfPutBack()),
        rebuild(u"untouched"_s, {}),
        rebuild(u"running"_s, sample::rebuilding()),
        rebuild(u"done"_s, sample::rebuilt()),
        rebuild(u"failed"_s, sample::failedRebuild()),
    };
}

} // namespace miaobu::app::gallery
