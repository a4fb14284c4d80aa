#include "core/model/variable_names.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

using Name = QLatin1StringView;

// These change which programs run, or load code into each of them.
constexpr std::array choosing{
    Name("PATH"),
    Name("HOME"),
    Name("SHELL"),
    Name("IFS"),
    Name("ENV"),
    Name("BASH_ENV"),
    Name("PYTHONHOME"),
    Name("PYTHONSTARTUP"),
    Name("GIT_SSH_COMMAND"),
    Name("GIT_SSH"),
    Name("GIT_ASKPASS"),
    Name("SSH_ASKPASS"),
};
constexpr std::array choosingPrefixes{Name("LD_"), Name("DYLD_")};
constexpr std::array changing{
    Name("NODE_OPTIONS"), Name("NODE_PATH"), Name("PYTHONPATH"), Name("NODE_TLS_REJECT_UNAUTHORIZED")};
constexpr std::array setByBuilds{Name("NODE_ENV"), Name("CI")};

bool isOneOf(const QString& name, const auto& names) {
    return std::ranges::any_of(names, [&name](Name known) { return name.compare(known, Qt::CaseInsensitive) == 0; });
}

bool beginsWithOneOf(const QString& name, const auto& prefixes) {
    return std::ranges::any_of(prefixes, [&name](Name prefix) { return name.startsWith(prefix, Qt::CaseInsensitive); });
}

} // namespace

bool isValidVariableName(const QString& name) {
    static const QRegularExpression valid(u"\\A[A-Za-z_][A-Za-z0-9_]*\\z"_s);
    return valid.match(name).hasMatch();
}

bool isReservedVariable(const QString& name) {
    static constexpr std::array prefixes{Name("FC_"), Name("MIAOBU_")};
    return beginsWithOneOf(name, prefixes) || name.compare("MIAOBU"_L1, Qt::CaseInsensitive) == 0;
}

std::optional<VariableConcern> concernOf(const QString& name) {
    if (isOneOf(name, choosing) || beginsWithOneOf(name, choosingPrefixes)) {
        return VariableConcern::ChoosesPrograms;
    }
    if (isOneOf(name, changing)) {
        return VariableConcern::ChangesTools;
    }
    if (isOneOf(name, setByBuilds)) {
        return VariableConcern::SetByBuilds;
    }
    return name == "PORT"_L1 ? std::optional(VariableConcern::FixedPort) : std::nullopt;
}

} // namespace miaobu
