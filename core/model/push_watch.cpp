#include "core/model/push_watch.h"

#include <array>
#include <utility>

namespace miaobu {

namespace {

constexpr std::array names{
    std::pair{PushVerdict::Baseline, QLatin1StringView("baseline")},
    std::pair{PushVerdict::Deployed, QLatin1StringView("deployed")},
    std::pair{PushVerdict::AlreadyDeployed, QLatin1StringView("already-deployed")},
    std::pair{PushVerdict::Waiting, QLatin1StringView("waiting")},
    std::pair{PushVerdict::SkipWord, QLatin1StringView("skip-word")},
    std::pair{PushVerdict::OlderCommit, QLatin1StringView("older-commit")},
    std::pair{PushVerdict::NothingChanged, QLatin1StringView("nothing-changed")},
    std::pair{PushVerdict::Refused, QLatin1StringView("refused")},
};

} // namespace

QString pushVerdictName(PushVerdict verdict) {
    for (const auto& [known, name] : names) {
        if (known == verdict) {
            return QString(name);
        }
    }
    return {};
}

PushVerdict pushVerdictFromName(const QString& text) {
    for (const auto& [verdict, name] : names) {
        if (text == name) {
            return verdict;
        }
    }
    return PushVerdict::Baseline;
}

} // namespace miaobu
