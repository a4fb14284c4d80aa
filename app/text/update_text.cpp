#include "app/text/update_text.h"

#include "app/text/error_text.h"
#include "app/text/state_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace miaobu::app {

namespace {

struct UpdateText {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::UpdateText)
};

QString whenOf(const QDateTime& time) {
    return dateText(time) + u' ' + QLocale().toString(time.toLocalTime().time(), QLocale::ShortFormat);
}

QString failureText(const UpdateState& state) {
    //: %1: a sentence such as "GitHub cannot be reached."
    const QString why = wordsFor(Error(*state.failure, gitHubCom)).what;
    const QString what = UpdateText::tr("Could not look for a newer version: %1").arg(why);
    //: %1: that it could not be looked; %2: a date and a time
    const QString last = UpdateText::tr("%1 Last answered %2.");
    return state.answeredAt.isValid() ? last.arg(what, whenOf(state.answeredAt)) : what;
}

} // namespace

QString updateText(const UpdateState& state) {
    if (!state.hasPublisher) {
        return updateExplanation(state);
    }
    if (state.isLooking) {
        return UpdateText::tr("Looking for a newer version…");
    }
    if (state.isNewer) {
        return updateNews(state.newest);
    }
    if (state.failure) {
        return failureText(state);
    }
    if (!state.answeredAt.isValid()) {
        return state.isAutomatic
            ? UpdateText::tr("Not looked for a newer version yet.")
            : UpdateText::tr("Newer versions are not looked for: that is switched off in the settings.");
    }
    return state.newest.isEmpty()
        ? UpdateText::tr("Nothing has been released yet (looked %1).").arg(whenOf(state.answeredAt))
        : UpdateText::tr("There is no newer version (looked %1).").arg(whenOf(state.answeredAt));
}

QString updateNews(const QString& version) {
    //: %1: the version
    return UpdateText::tr("Miaobu %1 is available").arg(version);
}

QString updateExplanation(const UpdateState& state) {
    return state.hasPublisher ? UpdateText::tr("GitHub is asked once a day. Nothing is downloaded.")
                              : UpdateText::tr("This build names no publisher to ask for newer versions.");
}

} // namespace miaobu::app
