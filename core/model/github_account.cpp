#include "core/model/github_account.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr std::array wayNames{
    std::pair{SignInWay::DeviceCode, QLatin1StringView("device")},
    std::pair{SignInWay::Token, QLatin1StringView("token")},
    std::pair{SignInWay::GhProgram, QLatin1StringView("gh")},
    std::pair{SignInWay::Browser, QLatin1StringView("browser")},
    std::pair{SignInWay::Environment, QLatin1StringView("environment")},
};

} // namespace

QString signInWayName(SignInWay way) {
    for (const auto& [known, name] : wayNames) {
        if (known == way) {
            return QString(name);
        }
    }
    return u"token"_s;
}

SignInWay signInWayFromName(const QString& name) {
    for (const auto& [way, known] : wayNames) {
        if (known == name) {
            return way;
        }
    }
    return SignInWay::Token;
}

bool mayUse(const GitHubAccount& account, QLatin1StringView scope) {
    return !account.knowsScopes || account.scopes.contains(scope);
}

} // namespace miaobu
