#include "core/process/build_environment.h"

#include "core/model/variable_names.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

using Name = QLatin1StringView;

// Compared without case: tools read http_proxy and HTTP_PROXY, npm_config_registry and NPM_CONFIG_REGISTRY alike.
constexpr std::array allowedNames{
    Name("HOME"),
    Name("USER"),
    Name("LOGNAME"),
    Name("SHELL"),
    Name("LANG"),
    Name("LANGUAGE"),
    Name("TZ"),
    Name("TMPDIR"),
    Name("XDG_CACHE_HOME"),
    Name("XDG_CONFIG_HOME"),
    Name("XDG_DATA_HOME"),
    Name("XDG_STATE_HOME"),
    Name("XDG_DATA_DIRS"),
    Name("HTTP_PROXY"),
    Name("HTTPS_PROXY"),
    Name("ALL_PROXY"),
    Name("NO_PROXY"),
    Name("SSL_CERT_FILE"),
    Name("SSL_CERT_DIR"),
    Name("NODE_EXTRA_CA_CERTS"),
    Name("REQUESTS_CA_BUNDLE"),
    Name("CURL_CA_BUNDLE"),
    Name("GIT_SSL_CAINFO"),
    Name("GIT_SSL_CAPATH"),
    Name("COREPACK_NPM_REGISTRY"),
    Name("COREPACK_HOME"),
    Name("COREPACK_ENABLE_DOWNLOAD_PROMPT"),
    Name("COREPACK_ENABLE_STRICT"),
    Name("COREPACK_INTEGRITY_KEYS"),
    Name("YARN_NPM_REGISTRY_SERVER"),
    Name("YARN_REGISTRY"),
    Name("YARN_CACHE_FOLDER"),
    Name("YARN_GLOBAL_FOLDER"),
    Name("YARN_HTTP_PROXY"),
    Name("YARN_HTTPS_PROXY"),
    Name("YARN_HTTPS_CA_FILE_PATH"),
    Name("PNPM_HOME"),
    Name("BUN_INSTALL"),
    Name("BUN_CONFIG_REGISTRY"),
    Name("DENO_DIR"),
    Name("UV_INDEX_URL"),
    Name("UV_DEFAULT_INDEX"),
    Name("UV_CACHE_DIR"),
    Name("UV_PYTHON_INSTALL_MIRROR"),
    Name("POETRY_CACHE_DIR"),
    Name("PYENV_ROOT"),
    Name("NVM_DIR"),
    Name("FNM_DIR"),
    Name("VOLTA_HOME"),
    Name("ASDF_DIR"),
    Name("ASDF_DATA_DIR"),
    Name("MISE_DATA_DIR"),
    Name("NVM_NODEJS_ORG_MIRROR"),
    Name("FNM_NODE_DIST_MIRROR"),
    Name("ELECTRON_MIRROR"),
    Name("SASS_BINARY_SITE"),
    Name("SHARP_DIST_BASE_URL"),
    Name("SHARP_BINARY_HOST"),
    Name("SHARP_LIBVIPS_BINARY_HOST"),
    Name("PUPPETEER_DOWNLOAD_BASE_URL"),
    Name("PUPPETEER_SKIP_DOWNLOAD"),
    Name("PLAYWRIGHT_DOWNLOAD_HOST"),
    Name("CYPRESS_INSTALL_BINARY"),
};

constexpr std::array allowedPrefixes{Name("LC_"), Name("NPM_CONFIG_"), Name("PIP_")};

// A program started by "npm run" inherits where that npm worked; ours must work elsewhere.
constexpr std::array foreignNames{Name("NPM_CONFIG_LOCAL_PREFIX"), Name("NPM_CONFIG_GLOBAL"), Name("NPM_CONFIG_OMIT"),
    Name("NPM_CONFIG_PRODUCTION"), Name("NPM_CONFIG_WORKSPACE"), Name("NPM_CONFIG_WORKSPACES")};

// Wins over both tables above: npm_config_//registry/:_authToken and the like hold a secret by their name.
const QRegularExpression& secretName() {
    static const QRegularExpression pattern(
        u"TOKEN|SECRET|PASSW|_AUTH|AUTH$|CREDENTIAL|PRIVATE|APIKEY|API_KEY|ACCESS_KEY|_KEY$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

constexpr std::array unattended{
    std::pair{Name("CI"), Name("true")},
    std::pair{Name("FORCE_COLOR"), Name("1")},
    std::pair{Name("NPM_CONFIG_FUND"), Name("false")},
    std::pair{Name("NPM_CONFIG_AUDIT"), Name("false")},
    std::pair{Name("NPM_CONFIG_UPDATE_NOTIFIER"), Name("false")},
    std::pair{Name("NPM_CONFIG_PROGRESS"), Name("false")},
    std::pair{Name("COREPACK_ENABLE_DOWNLOAD_PROMPT"), Name("0")},
    std::pair{Name("YARN_ENABLE_TELEMETRY"), Name("0")},
    std::pair{Name("YARN_ENABLE_PROGRESS_BARS"), Name("0")},
    std::pair{Name("NEXT_TELEMETRY_DISABLED"), Name("1")},
    std::pair{Name("NUXT_TELEMETRY_DISABLED"), Name("1")},
    std::pair{Name("ASTRO_TELEMETRY_DISABLED"), Name("1")},
    std::pair{Name("GATSBY_TELEMETRY_DISABLED"), Name("1")},
    std::pair{Name("STORYBOOK_DISABLE_TELEMETRY"), Name("1")},
    std::pair{Name("NG_CLI_ANALYTICS"), Name("false")},
    std::pair{Name("DO_NOT_TRACK"), Name("1")},
    std::pair{Name("PYTHONUNBUFFERED"), Name("1")},
    std::pair{Name("PIP_DISABLE_PIP_VERSION_CHECK"), Name("1")},
    std::pair{Name("PIP_NO_INPUT"), Name("1")},
    std::pair{Name("PIP_PROGRESS_BAR"), Name("off")},
    std::pair{Name("GIT_TERMINAL_PROMPT"), Name("0")},
    std::pair{Name("MIAOBU"), Name("1")},
};

bool isOneOf(const QString& name, const auto& names) {
    return std::ranges::any_of(names, [&name](Name known) { return name.compare(known, Qt::CaseInsensitive) == 0; });
}

bool beginsWithOneOf(const QString& name, const auto& prefixes) {
    return std::ranges::any_of(prefixes, [&name](Name prefix) { return name.startsWith(prefix, Qt::CaseInsensitive); });
}

bool isAllowed(const QString& name) {
    return (isOneOf(name, allowedNames) || beginsWithOneOf(name, allowedPrefixes)) && !isOneOf(name, foreignNames)
        && !secretName().match(name).hasMatch();
}

bool isRefused(const QString& name) {
    return !isValidVariableName(name) || name.startsWith("MIAOBU_"_L1, Qt::CaseInsensitive)
        || concernOf(name) == VariableConcern::ChoosesPrograms;
}

bool isRisky(const QString& name) {
    const std::optional<VariableConcern> concern = concernOf(name);
    return concern == VariableConcern::ChangesTools || concern == VariableConcern::SetByBuilds;
}

// npm reads its settings without regard to case: ours would stand beside the person's and one of the two would win by
// chance.
void insertUnlessSet(QProcessEnvironment& environment, const QString& name, const QString& value) {
    const QStringList known = environment.keys();
    if (!known.contains(name, Qt::CaseInsensitive)) {
        environment.insert(name, value);
    }
}

} // namespace

BuildEnvironment buildEnvironment(const QProcessEnvironment& host, const QString& path,
    const QList<EnvironmentVariable>& variables, BuildPhase phase) {
    BuildEnvironment result;
    const QStringList hostNames = host.keys();
    for (const QString& name : hostNames) {
        if (isAllowed(name)) {
            result.environment.insert(name, host.value(name));
        }
    }
    for (const auto& [name, value] : unattended) {
        insertUnlessSet(result.environment, name, value);
    }
    result.environment.insert(u"PATH"_s, path);
    if (phase == BuildPhase::Build) {
        result.environment.insert(u"NODE_ENV"_s, u"production"_s);
    }
    for (const EnvironmentVariable& variable : variables) {
        if (isRefused(variable.name) || variable.value.contains(QChar::Null)) {
            result.refused.append(variable.name);
            continue;
        }
        if (isRisky(variable.name)) {
            result.risky.append(variable.name);
        }
        if (variable.name != u"NODE_ENV"_s || phase == BuildPhase::Build) {
            result.environment.insert(variable.name, variable.value);
        }
    }
    return result;
}

} // namespace miaobu
