#include "app/text/removal_text.h"

#include "app/text/error_text.h"
#include "app/text/state_text.h"

#include <QCoreApplication>

namespace miaobu::app {

namespace {

struct RemovalText {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::RemovalText)
};

} // namespace

QString removalStepTitle(const RemovalStep& step) {
    switch (step.part) {
    case RemovalPart::Entry:
        return RemovalText::tr("Route of %1 on %2").arg(step.subject, targetTitle(step.target));
    case RemovalPart::Hostname:
        return RemovalText::tr("Domain %1 on %2").arg(step.subject, targetTitle(step.target));
    case RemovalPart::Function:
        return RemovalText::tr("Function %1 on %2").arg(step.subject, targetTitle(step.target));
    case RemovalPart::Images:
        return RemovalText::tr("Images of %1 on %2").arg(step.subject, targetTitle(step.target));
    case RemovalPart::Objects:
        return RemovalText::tr("Files on %1").arg(targetTitle(step.target));
    case RemovalPart::Local:
        break;
    }
    return RemovalText::tr("History on this computer");
}

QString removalStateTitle(RemovalStep::State state) {
    switch (state) {
    case RemovalStep::State::Waiting:
        return RemovalText::tr("waiting");
    case RemovalStep::State::Running:
        return RemovalText::tr("being removed");
    case RemovalStep::State::Done:
        return RemovalText::tr("gone");
    case RemovalStep::State::Failed:
        break;
    }
    return RemovalText::tr("still there");
}

QString removalNote(const RemovalStep& step) {
    if (step.state == RemovalStep::State::Failed && step.error) {
        const ErrorWords words = wordsFor(*step.error);
        QStringList sentences{words.what, words.why, words.next};
        sentences.removeAll(QString());
        return sentences.join(QLatin1Char(' '));
    }
    return step.part == RemovalPart::Hostname ? RemovalText::tr("Remove its CNAME record at your DNS provider, too.")
                                              : QString();
}

} // namespace miaobu::app
