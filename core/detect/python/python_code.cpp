#include "core/detect/python/python_code.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// \a source without comments and texts, each text being replaced by an empty one.
QString withoutTexts(const QString& source) {
    static const QRegularExpression noise(
        uR"(("""|''')[\s\S]*?(?:\1|$)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*)"_s);
    return QString(source).replace(noise, u"''"_s);
}

} // namespace

PythonApplication pythonApplication(const QString& source) {
    const QString code = withoutTexts(source);
    PythonApplication application;
    static const QRegularExpression instance(
        u"^(\\w+)\\s*(?::[^=\\n]+)?=\\s*(?:\\w+\\.)*(FastAPI|Flask|Starlette|Sanic|Litestar|Quart|FastHTML|APIFlask|Robyn|Bottle|Falcon|Dash)\\("_s,
        QRegularExpression::MultilineOption);
    if (const QRegularExpressionMatch match = instance.match(code); match.hasMatch()) {
        static const QStringList blocking{u"Flask"_s, u"APIFlask"_s, u"Bottle"_s, u"Dash"_s};
        application.instance = match.captured(1);
        application.isAsgi = !blocking.contains(match.captured(2));
    } else {
        static const QRegularExpression made(
            u"^(app|application|api)\\s*=\\s*(?:\\w+\\.)*(?:create_app|make_app|get_app|get_application|fast_app)\\("_s,
            QRegularExpression::MultilineOption);
        static const QRegularExpression both(
            u"^(app)\\s*,\\s*\\w+\\s*=\\s*fast_app\\("_s, QRegularExpression::MultilineOption);
        const QRegularExpressionMatch found = made.match(code);
        application.instance = found.hasMatch() ? found.captured(1) : both.match(code).captured(1);
    }
    static const QRegularExpression factory(
        u"^(?:async\\s+)?def\\s+(create_app|make_app|create_application|get_application)\\s*\\("_s,
        QRegularExpression::MultilineOption);
    application.factory = factory.match(code).captured(1);
    application.isAsgi = application.isAsgi || code.contains(u"FastAPI("_s);
    return application;
}

QString pythonText(const QString& source, const QString& name) {
    const QRegularExpression form(
        u"^%1\\s*(?::[^=\\n]+)?=\\s*[\"']([^\"'\\n]*)[\"']"_s.arg(QRegularExpression::escape(name)),
        QRegularExpression::MultilineOption);
    return form.match(source).captured(1);
}

} // namespace miaobu
