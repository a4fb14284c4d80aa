#include "core/detect/python/python_code.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

const QRegularExpression& frameworkClasses() {
    static const QRegularExpression names(
        u"\\A(?:FastAPI|Flask|Starlette|Sanic|Litestar|Quart|FastHTML|APIFlask|OpenAPI|Robyn|Bottle|Falcon|Dash|"
        u"AsyncApp|FlaskApp)\\z"_s);
    return names;
}

/// Those that speak WSGI; all others speak ASGI.
bool isBlocking(const QString& name) {
    static const QStringList blocking{
        u"Flask"_s, u"APIFlask"_s, u"OpenAPI"_s, u"Bottle"_s, u"Dash"_s, u"Falcon"_s, u"FlaskApp"_s};
    return blocking.contains(name);
}

/// \a source without comments and texts, each text being replaced by an empty one.
QString withoutTexts(const QString& source) {
    static const QRegularExpression noise(
        uR"(("""|''')[\s\S]*?(?:\1|$)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*)"_s);
    return QString(source).replace(noise, u"''"_s);
}

/// Names in \a code that stand for a framework's class: an alias of its import, a class that is derived from it.
QHash<QString, QString> namesOfClasses(const QString& code) {
    QHash<QString, QString> classes;
    static const QRegularExpression alias(u"\\b(\\w+)\\s+as\\s+(\\w+)"_s);
    QRegularExpressionMatchIterator aliases = alias.globalMatch(code);
    while (aliases.hasNext()) {
        const QRegularExpressionMatch match = aliases.next();
        if (frameworkClasses().match(match.captured(1)).hasMatch()) {
            classes.insert(match.captured(2), match.captured(1));
        }
    }
    static const QRegularExpression derived(
        u"^class\\s+(\\w+)\\s*\\(\\s*(?:\\w+\\.)?(\\w+)"_s, QRegularExpression::MultilineOption);
    QRegularExpressionMatchIterator definitions = derived.globalMatch(code);
    while (definitions.hasNext()) {
        const QRegularExpressionMatch match = definitions.next();
        const QString base = classes.value(match.captured(2), match.captured(2));
        if (frameworkClasses().match(base).hasMatch()) {
            classes.insert(match.captured(1), base);
        }
    }
    return classes;
}

/// Whether the line that begins at \a at belongs to the module itself: nothing around it but if, try, with and the like.
bool isTopLevel(const QString& code, qsizetype at, qsizetype indent) {
    static const QRegularExpression block(u"\\A\\s*(?:if|elif|else|try|except|finally|with)\\b"_s);
    qsizetype end = at;
    for (int lines = 0; indent > 0 && end > 0 && lines < 2000; ++lines) {
        const qsizetype begin = code.lastIndexOf(u'\n', end - 2) + 1;
        const QString line = code.mid(begin, end - begin);
        const QString text = line.trimmed();
        const qsizetype before = line.indexOf(text.left(1));
        if (!text.isEmpty() && before < indent) {
            if (!block.match(line).hasMatch()) {
                return false;
            }
            indent = before;
        }
        end = begin;
    }
    return true;
}

struct Instance {
    QString name;
    QString framework;
};

QList<Instance> instancesIn(const QString& code) {
    const QHash<QString, QString> classes = namesOfClasses(code);
    static const QRegularExpression assignment(
        u"^([ \\t]{0,16})(\\w+)[ \\t]*(?::[^=\\n]{0,200})?=[ \\t]*(?:\\w+\\.){0,3}(\\w+)\\("_s,
        QRegularExpression::MultilineOption);
    QList<Instance> instances;
    QRegularExpressionMatchIterator found = assignment.globalMatch(code);
    while (found.hasNext() && instances.size() < 50) {
        const QRegularExpressionMatch match = found.next();
        const QString name = classes.value(match.captured(3), match.captured(3));
        if (frameworkClasses().match(name).hasMatch()
            && isTopLevel(code, match.capturedStart(), match.capturedLength(1))) {
            instances.append({match.captured(2), name});
        }
    }
    return instances;
}

/// Of several, the one that servers look for.
Instance preferred(const QList<Instance>& instances) {
    for (const QString& name : {u"app"_s, u"application"_s, u"api"_s}) {
        for (const Instance& instance : instances) {
            if (instance.name == name) {
                return instance;
            }
        }
    }
    return instances.value(0);
}

/// An application that a function makes: "app = create_app()", "app, rt = fast_app()".
QString madeByFunction(const QString& code) {
    static const QRegularExpression made(
        u"^(app|application|api)\\s*(?::[^=\\n]{0,200})?=\\s*(?:\\w+\\.){0,3}(?:create_app|make_app|build_app|init_app|"
        u"get_app|get_application|create_application|get_wsgi_application|get_asgi_application|fast_app)\\("_s,
        QRegularExpression::MultilineOption);
    static const QRegularExpression both(
        u"^(app)\\s*,\\s*\\w+\\s*=\\s*fast_app\\("_s, QRegularExpression::MultilineOption);
    const QRegularExpressionMatch found = made.match(code);
    return found.hasMatch() ? found.captured(1) : both.match(code).captured(1);
}

/// Whether one of \a parameters has no value of its own.
bool asksForArguments(const QString& parameters) {
    int depth = 0;
    QString parameter;
    const auto isNeeded = [&parameter] {
        const QString text = parameter.trimmed();
        return !text.isEmpty() && !text.contains(u'=') && !text.startsWith(u'*') && text != u"/";
    };
    for (const QChar character : parameters) {
        depth += character == u'[' || character == u'(' || character == u'{' ? 1 : 0;
        depth -= character == u']' || character == u')' || character == u'}' ? 1 : 0;
        if (character == u',' && depth == 0) {
            if (isNeeded()) {
                return true;
            }
            parameter.clear();
        } else {
            parameter += character;
        }
    }
    return isNeeded();
}

} // namespace

PythonApplication pythonApplication(const QString& source) {
    const QString code = withoutTexts(source);
    PythonApplication application;
    const Instance instance = preferred(instancesIn(code));
    if (instance.name.isEmpty()) {
        application.instance = madeByFunction(code);
    } else {
        application.instance = instance.name;
        application.isAsgi = !isBlocking(instance.framework);
    }
    // A Dash is no WSGI application itself, its server is.
    static const QRegularExpression server(
        u"^(\\w+)\\s*=\\s*(\\w+)\\.server\\s*$"_s, QRegularExpression::MultilineOption);
    if (const QRegularExpressionMatch match = server.match(code); instance.framework == u"Dash" && match.hasMatch()) {
        application.instance = match.captured(1);
    }
    static const QRegularExpression factory(
        u"^(?:async\\s+)?def\\s+(create_app|make_app|build_app|create_application|get_application|app_factory)\\s*"
        u"\\(([^)]{0,2000})\\)"_s,
        QRegularExpression::MultilineOption);
    const QRegularExpressionMatch made = factory.match(code);
    application.factory = made.captured(1);
    application.needsArguments = asksForArguments(made.captured(2));
    application.isAsgi = application.isAsgi || code.contains(u"FastAPI("_s);
    return application;
}

QString pythonText(const QString& source, const QString& name) {
    const QRegularExpression form(
        u"^%1\\s*(?::[^=\\n]+)?=\\s*[\"']([^\"'\\n]*)[\"']"_s.arg(QRegularExpression::escape(name)),
        QRegularExpression::MultilineOption);
    return form.match(source).captured(1);
}

QStringList importedModules(const QString& source) {
    static const QRegularExpression import(
        u"^\\s{0,16}(?:from\\s+(\\w+)[\\w.]*\\s+import\\b|import\\s+(\\w+))"_s, QRegularExpression::MultilineOption);
    QStringList modules;
    QRegularExpressionMatchIterator found = import.globalMatch(withoutTexts(source));
    while (found.hasNext() && modules.size() < 500) {
        const QRegularExpressionMatch match = found.next();
        modules.append(match.captured(1) + match.captured(2));
    }
    modules.removeDuplicates();
    return modules;
}

} // namespace miaobu
