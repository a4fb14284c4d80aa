#include "core/detect/python/requirement.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// A comment begins the line or follows a blank; "#egg=" does neither.
QString withoutComment(const QString& text) {
    static const QRegularExpression comment(u"(?:^|\\s)#.*$"_s);
    return QString(text).remove(comment).trimmed();
}

/// Options that belong to one requirement: "--hash=sha256:…", "--config-settings …".
QString withoutOptions(const QString& text) {
    static const QRegularExpression options(u"\\s--?[a-zA-Z][\\w-]*(?:[= ].*)?$"_s);
    return QString(text).remove(options).trimmed();
}

bool isUrl(const QString& text) {
    static const QRegularExpression form(u"\\A(?:(?:git|hg|svn|bzr)\\+\\S+|(?:https?|file|ftp)://\\S+)"_s);
    return form.match(text).hasMatch();
}

bool isPath(const QString& text) {
    return text.startsWith(u'.') || text.startsWith(u'/') || text.endsWith(u".whl"_s) || text.endsWith(u".tar.gz"_s);
}

/// The name an address gives away: "#egg=name", "name-1.0-py3-none-any.whl", "name-1.0.tar.gz", "…/name.git@v1".
QString nameInUrl(const QString& url) {
    static const QRegularExpression egg(u"[#&]egg=([A-Za-z0-9._-]+)"_s);
    static const QRegularExpression file(
        u"/([A-Za-z0-9_.]+(?:-[A-Za-z][A-Za-z0-9_.]*)*)-\\d[^/]*\\.(?:whl|zip|tar\\.\\w+)"_s);
    static const QRegularExpression repository(u"/([A-Za-z0-9_.-]+?)(?:\\.git)?(?:@[^/]*)?(?:#.*)?\\z"_s);
    for (const QRegularExpression* form : {&egg, &file}) {
        if (const QRegularExpressionMatch match = form->match(url); match.hasMatch()) {
            return normalizedPackage(match.captured(1));
        }
    }
    return url.startsWith(u"git+"_s) ? normalizedPackage(repository.match(url).captured(1)) : QString();
}

QStringList extrasIn(const QString& list) {
    QStringList extras;
    for (const QString& extra : list.split(u',', Qt::SkipEmptyParts)) {
        extras.append(normalizedPackage(extra.trimmed()));
    }
    return extras;
}

Requirement namedRequirement(const QString& text) {
    static const QRegularExpression form(
        u"\\A([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\\s*(?:\\[([^\\]]*)\\])?\\s*(@\\s*\\S+|[<>=!~(,]?[^;]*)?(?:;(.*))?\\z"_s);
    Requirement requirement;
    const QRegularExpressionMatch match = form.match(text);
    const QString rest = match.captured(3).trimmed();
    static const QRegularExpression version(u"\\A(?:[<>=!~(]|@)"_s);
    if (!match.hasMatch() || (!rest.isEmpty() && !version.match(rest).hasMatch())) {
        return requirement;
    }
    requirement.name = normalizedPackage(match.captured(1));
    requirement.extras = extrasIn(match.captured(2));
    requirement.marker = match.captured(4).trimmed();
    if (rest.startsWith(u'@')) {
        requirement.url = rest.mid(1).trimmed();
    }
    return requirement;
}

struct ServerExtra {
    const char* package;
    const char* extra;
    const char* server;
};

constexpr std::array serverExtras{
    ServerExtra{"fastapi", "standard", "uvicorn"},
    ServerExtra{"fastapi", "standard-no-fastapi-cloud-cli", "uvicorn"},
    ServerExtra{"fastapi", "all", "uvicorn"},
    ServerExtra{"litestar", "standard", "uvicorn"},
    ServerExtra{"litestar", "full", "uvicorn"},
    ServerExtra{"connexion", "uvicorn", "uvicorn"},
    // These bring one always.
    ServerExtra{"python-fasthtml", "", "uvicorn"},
    ServerExtra{"gradio", "", "uvicorn"},
    ServerExtra{"nicegui", "", "uvicorn"},
    ServerExtra{"quart", "", "hypercorn"},
    ServerExtra{"fastapi-cli", "", "uvicorn"},
};

} // namespace

QString normalizedPackage(const QString& name) {
    static const QRegularExpression separators(u"[-_.]+"_s);
    return name.toLower().replace(separators, u"-"_s);
}

Requirement parseRequirement(const QString& text) {
    QString rest = withoutComment(text);
    Requirement requirement;
    static const QRegularExpression editable(u"\\A(?:-e|--editable)(?:\\s+|=)"_s);
    const bool isEditable = editable.match(rest).hasMatch();
    rest.remove(editable);
    if (rest.startsWith(u'-')) {
        return requirement;
    }
    rest = withoutOptions(rest);
    static const QRegularExpression marker(u"\\s;\\s*(.*)\\z"_s);
    if (isUrl(rest)) {
        requirement.marker = marker.match(rest).captured(1);
        requirement.url = rest.section(QRegularExpression(u"\\s"_s), 0, 0);
        requirement.name = nameInUrl(requirement.url);
    } else if (isPath(rest) || isEditable) {
        static const QRegularExpression form(u"\\A([^\\[;]+)(?:\\[([^\\]]*)\\])?"_s);
        const QRegularExpressionMatch match = form.match(rest);
        requirement.path = match.captured(1).trimmed();
        requirement.extras = extrasIn(match.captured(2));
        requirement.name = nameInUrl(u'/' + requirement.path);
    } else {
        requirement = namedRequirement(rest);
    }
    requirement.isEditable = isEditable;
    return requirement;
}

bool appliesOnLinux(const QString& marker) {
    static const QRegularExpression form(
        u"\\b(sys_platform|platform_system|os_name)\\s*(==|!=)\\s*[\"']([^\"']*)[\"']"_s);
    // Of "a or b" one half may hold: only a marker that is all "and" can rule Linux out.
    static const QRegularExpression either(u"\\bor\\b"_s);
    if (either.match(marker).hasMatch()) {
        return true;
    }
    QRegularExpressionMatchIterator tests = form.globalMatch(marker);
    while (tests.hasNext()) {
        const QRegularExpressionMatch test = tests.next();
        const QString value = test.captured(3).toLower();
        const bool isLinux = value == u"linux" || value == u"linux2" || value == u"posix";
        if (isLinux != (test.captured(2) == u"==")) {
            return false;
        }
    }
    static const QRegularExpression old(
        u"python_version\\s*(?:<=?\\s*[\"']3\\.[0-8][\"']|==\\s*[\"'](?:2[^\"']*|3\\.[0-7])[\"']|<\\s*[\"']3[\"'])"_s);
    return !old.match(marker).hasMatch();
}

QSet<QString> packagesOf(const Requirement& requirement) {
    QSet<QString> packages;
    if (requirement.name.isEmpty() || !appliesOnLinux(requirement.marker)) {
        return packages;
    }
    packages.insert(requirement.name);
    for (const ServerExtra& known : serverExtras) {
        const QString extra = QString::fromLatin1(known.extra);
        if (requirement.name == QLatin1StringView(known.package)
            && (extra.isEmpty() || requirement.extras.contains(extra))) {
            packages.insert(QString::fromLatin1(known.server));
        }
    }
    return packages;
}

} // namespace miaobu
