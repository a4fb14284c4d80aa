#include "core/model/removal.h"

#include <algorithm>
#include <array>

namespace miaobu {

namespace {

constexpr std::array partNames{
    std::pair{RemovalPart::Entry, QLatin1StringView("entry")},
    std::pair{RemovalPart::Hostname, QLatin1StringView("hostname")},
    std::pair{RemovalPart::Function, QLatin1StringView("function")},
    std::pair{RemovalPart::Images, QLatin1StringView("images")},
    std::pair{RemovalPart::Objects, QLatin1StringView("objects")},
    std::pair{RemovalPart::Local, QLatin1StringView("local")},
};

constexpr std::array stateNames{
    std::pair{RemovalStep::State::Waiting, QLatin1StringView("waiting")},
    std::pair{RemovalStep::State::Running, QLatin1StringView("running")},
    std::pair{RemovalStep::State::Done, QLatin1StringView("done")},
    std::pair{RemovalStep::State::Failed, QLatin1StringView("failed")},
};

template <typename Names, typename Value> QString nameIn(const Names& names, Value value) {
    const auto found = std::ranges::find_if(names, [value](const auto& pair) { return pair.first == value; });
    return found->second;
}

template <typename Names> auto valueIn(const Names& names, const QString& name) {
    const auto found = std::ranges::find_if(names, [&name](const auto& pair) { return pair.second == name; });
    return found == names.end() ? names.front().first : found->first;
}

} // namespace

QString removalPartName(RemovalPart part) {
    return nameIn(partNames, part);
}

RemovalPart removalPartFromName(const QString& name) {
    return valueIn(partNames, name);
}

QString removalStateName(RemovalStep::State state) {
    return nameIn(stateNames, state);
}

RemovalStep::State removalStateFromName(const QString& name) {
    return valueIn(stateNames, name);
}

} // namespace miaobu
