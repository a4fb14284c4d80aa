#include "core/detect/python/python_frameworks.h"

#include "core/detect/shell_words.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// The first that is a dependency wins. Django first: an API beside it may bring FastAPI.
constexpr std::array frameworks{
    PythonFramework{"django", "django", false},
    PythonFramework{"fastapi", "fastapi", true},
    PythonFramework{"fastapi-slim", "fastapi", true},
    PythonFramework{"flask", "flask", false},
    PythonFramework{"python-fasthtml", "fasthtml", true},
    PythonFramework{"apiflask", "flask", false},
    PythonFramework{"starlette", "starlette", true},
    PythonFramework{"litestar", "litestar", true},
    PythonFramework{"sanic", "sanic", true},
    PythonFramework{"quart", "quart", true},
    PythonFramework{"pyramid", "pyramid", false},
    PythonFramework{"bottle", "bottle", false},
    PythonFramework{"falcon", "falcon", false},
    PythonFramework{"aiohttp", "", true},
    PythonFramework{"tornado", "", true},
    PythonFramework{"streamlit", "streamlit", false},
    PythonFramework{"gradio", "gradio", true},
    PythonFramework{"dash", "dash", false},
};

struct Server {
    const char* word; ///< In a command
    const char* package;
};

constexpr std::array servers{
    Server{"gunicorn", "gunicorn"},
    Server{"gunicorn.app.wsgiapp", "gunicorn"},
    Server{"uvicorn", "uvicorn"},
    Server{"uvicorn.workers.UvicornWorker", "uvicorn"},
    Server{"uvicorn.workers.UvicornH11Worker", "uvicorn"},
    Server{"hypercorn", "hypercorn"},
    Server{"daphne", "daphne"},
    Server{"granian", "granian"},
    Server{"waitress-serve", "waitress"},
    Server{"uwsgi", "uwsgi"},
    Server{"streamlit", "streamlit"},
    Server{"sanic", "sanic"},
};

const PythonFramework* frameworkAmong(const QSet<QString>& packages) {
    const auto found = std::find_if(frameworks.begin(), frameworks.end(),
        [&](const PythonFramework& framework) { return packages.contains(QString::fromLatin1(framework.package)); });
    return found == frameworks.end() ? nullptr : &*found;
}

QStringList serversOf(const QString& command) {
    QStringList packages;
    for (const QStringList& words : shellCommands(command)) {
        for (const QString& word : words) {
            const QString program = word.section(u'/', -1);
            for (const Server& server : servers) {
                if (program == QLatin1StringView(server.word)) {
                    packages.append(QString::fromLatin1(server.package));
                }
            }
        }
    }
    packages.removeDuplicates();
    return packages;
}

} // namespace

const PythonFramework* pythonFramework(const PythonProject& project) {
    const auto isNamed
        = [&](const PythonFramework& framework) { return project.name == QLatin1StringView(framework.package); };
    if (std::any_of(frameworks.begin(), frameworks.end(), isNamed)) {
        return nullptr;
    }
    if (const PythonFramework* const framework = frameworkAmong(project.packages)) {
        return framework;
    }
    for (const PythonGroup& group : project.groups) {
        if (const PythonFramework* const framework = frameworkAmong(group.packages)) {
            return framework;
        }
    }
    return nullptr;
}

const PythonFramework* pythonFrameworkNamed(const QString& slug) {
    const auto found = std::find_if(frameworks.begin(), frameworks.end(),
        [&](const PythonFramework& framework) { return slug == QLatin1StringView(framework.slug); });
    return slug.isEmpty() || found == frameworks.end() ? nullptr : &*found;
}

QList<PythonGroup> neededGroups(const PythonProject& project, const QString& command) {
    QStringList wanted = serversOf(command);
    const PythonFramework* const framework = pythonFramework(project);
    if (framework) {
        wanted.append(QString::fromLatin1(framework->package));
    }
    QList<PythonGroup> needed;
    for (const QString& package : std::as_const(wanted)) {
        if (project.packages.contains(package)) {
            continue;
        }
        const auto brings = [&package](const PythonGroup& group) { return group.packages.contains(package); };
        const auto isKnown = std::any_of(needed.begin(), needed.end(), brings);
        const auto group = std::find_if(project.groups.begin(), project.groups.end(), brings);
        if (!isKnown && group != project.groups.end()) {
            needed.append(*group);
        }
    }
    return needed;
}

QStringList missingServers(const PythonProject& project, const QString& command) {
    QSet<QString> packages = project.packages;
    for (const PythonGroup& group : neededGroups(project, command)) {
        packages.unite(group.packages);
    }
    QStringList missing = serversOf(command);
    missing.removeIf([&packages](const QString& server) { return packages.contains(server); });
    return missing;
}

} // namespace miaobu
