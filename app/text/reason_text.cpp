#include "app/text/reason_text.h"

#include <QCoreApplication>
#include <QList>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

/// The sentences of core/detect; the more special ones first.
constexpr std::array sentences{
    QT_TRANSLATE_NOOP("ReasonText", "the script \"%1\" in package.json, as in %2"),
    QT_TRANSLATE_NOOP("ReasonText", "the script \"%1\" in package.json"),
    QT_TRANSLATE_NOOP("ReasonText", "the script \"%1\" generates the pages"),
    QT_TRANSLATE_NOOP("ReasonText", "what the script \"%1\" watches"),
    QT_TRANSLATE_NOOP("ReasonText", "the script builds %1"),
    QT_TRANSLATE_NOOP("ReasonText", "package.json has no script that builds"),
    QT_TRANSLATE_NOOP("ReasonText", "package.json has no script that starts it"),
    QT_TRANSLATE_NOOP("ReasonText", "package.json names no framework that makes a site, and no server"),
    QT_TRANSLATE_NOOP("ReasonText", "nothing says that it routes in the browser"),
    QT_TRANSLATE_NOOP("ReasonText", "a user interface library routes in the browser"),
    QT_TRANSLATE_NOOP("ReasonText", "no user interface library among the dependencies"),
    QT_TRANSLATE_NOOP("ReasonText", "no lockfile: what comes with Node"),
    QT_TRANSLATE_NOOP("ReasonText", "every page is a file"),
    QT_TRANSLATE_NOOP("ReasonText", "a server file is there"),
    QT_TRANSLATE_NOOP("ReasonText", "an Expo app without a script that exports it for the web"),
    QT_TRANSLATE_NOOP("ReasonText", "it has the static adapter"),
    QT_TRANSLATE_NOOP("ReasonText", "nuxt build makes a server, and there is no script that runs nuxt generate"),
    QT_TRANSLATE_NOOP("ReasonText", "no package.json, no Python application and no index.html"),
    QT_TRANSLATE_NOOP("ReasonText", "a Python project without a web application"),
    QT_TRANSLATE_NOOP("ReasonText", "a package for others to use, without a site of its own"),
    QT_TRANSLATE_NOOP("ReasonText", "this folder is no app itself, but these folders are"),
    QT_TRANSLATE_NOOP("ReasonText", "manage.py is Django's"),
    QT_TRANSLATE_NOOP("ReasonText", "the first of the builds in polymer.json"),
    QT_TRANSLATE_NOOP("ReasonText", "the preinstall script of %1 allows nothing else"),
    QT_TRANSLATE_NOOP("ReasonText", "what %1 writes when nothing says otherwise"),
    QT_TRANSLATE_NOOP("ReasonText", "where %1 generates to"),
    QT_TRANSLATE_NOOP("ReasonText", "where %1 writes"),
    QT_TRANSLATE_NOOP("ReasonText", "starts %1 on the port the host expects"),
    QT_TRANSLATE_NOOP("ReasonText", "starts %1, which was set by you"),
    QT_TRANSLATE_NOOP("ReasonText", "%1 in %2, on the port the host expects"),
    QT_TRANSLATE_NOOP("ReasonText", "%1 is not among the dependencies and is added"),
    QT_TRANSLATE_NOOP("ReasonText", "DEBUG is on in %1, which shows visitors the source of an error"),
    QT_TRANSLATE_NOOP("ReasonText", "ALLOWED_HOSTS in %1 lets no host name in"),
    QT_TRANSLATE_NOOP("ReasonText", "it has to listen on 0.0.0.0 and the port in PORT, 9000"),
    QT_TRANSLATE_NOOP("ReasonText", "%1, whose %2 asks for arguments"),
    QT_TRANSLATE_NOOP("ReasonText", "%1 is there, whose code could not be read"),
    QT_TRANSLATE_NOOP("ReasonText", "server rendering is switched on for %1 in %2"),
    QT_TRANSLATE_NOOP("ReasonText", "prerendering is switched on in %1"),
    QT_TRANSLATE_NOOP("ReasonText", "SvelteKit without %1 needs a server"),
    QT_TRANSLATE_NOOP("ReasonText", "%1 renders on a server unless its configuration says ssr: false"),
    QT_TRANSLATE_NOOP("ReasonText", "%1 renders on a server unless everything is prerendered"),
    QT_TRANSLATE_NOOP("ReasonText", "%1 is a finished page, and nothing builds it"),
    QT_TRANSLATE_NOOP("ReasonText", "%1 is a dependency in package.json"),
    QT_TRANSLATE_NOOP("ReasonText", "%1 is a dependency"),
    QT_TRANSLATE_NOOP("ReasonText", "%1 is not supported (%2)"),
    QT_TRANSLATE_NOOP("ReasonText", "%1 is a server"),
    QT_TRANSLATE_NOOP("ReasonText", "%1 needs %2 to run on a server of one's own"),
    QT_TRANSLATE_NOOP("ReasonText", "%1 is there"),
    QT_TRANSLATE_NOOP("ReasonText", "%1 publishes a directory"),
    QT_TRANSLATE_NOOP("ReasonText", "%1 routes in the browser"),
    QT_TRANSLATE_NOOP("ReasonText", "%1 writes its pages"),
    QT_TRANSLATE_NOOP("ReasonText", "%1 leaves files"),
    QT_TRANSLATE_NOOP("ReasonText", "%1 answers requests"),
    QT_TRANSLATE_NOOP("ReasonText", "%1 uses %2"),
    QT_TRANSLATE_NOOP("ReasonText", "%1 of %2 in %3"),
    QT_TRANSLATE_NOOP("ReasonText", "%1 in %2"),
    QT_TRANSLATE_NOOP("ReasonText", "%1 of %2"),
};

QRegularExpression expressionOf(const char* sentence) {
    QString pattern = QRegularExpression::escape(QString::fromUtf8(sentence));
    for (const QString& place : {u"1"_s, u"2"_s, u"3"_s}) {
        pattern.replace(u"\\%"_s + place, u"(.+)"_s);
    }
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

const QList<QRegularExpression>& expressions() {
    static const QList<QRegularExpression> all = [] {
        QList<QRegularExpression> made;
        for (const char* sentence : sentences) {
            made.append(expressionOf(sentence));
        }
        return made;
    }();
    return all;
}

QString sentenceText(const QString& reason) {
    for (std::size_t index = 0; index < sentences.size(); ++index) {
        const auto match = expressions().at(static_cast<qsizetype>(index)).match(reason);
        if (match.hasMatch()) {
            QString words = QCoreApplication::translate("miaobu::app::ReasonText", sentences.at(index));
            for (int place = 1; place <= match.lastCapturedIndex(); ++place) {
                words.replace(u'%' + QString::number(place), match.captured(place));
            }
            return words;
        }
    }
    return reason;
}

} // namespace

QString reasonText(const QString& reason) {
    QStringList parts;
    for (const QString& part : reason.split(u"; "_s)) {
        parts.append(sentenceText(part));
    }
    return parts.join(QCoreApplication::translate("miaobu::app::ReasonText", "; "));
}

} // namespace miaobu::app
