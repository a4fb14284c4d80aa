#include "app/shell/window_view.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

/// As they are stored; in the order of ProjectPage::Tab.
QStringList tabNames() {
    return {u"overview"_s, u"deployments"_s, u"log"_s, u"environment"_s, u"settings"_s};
}

qint64 areaOf(const QRect& rect) {
    return rect.isEmpty() ? 0 : static_cast<qint64>(rect.width()) * rect.height();
}

} // namespace

QByteArray toBytes(const WindowView& view) {
    const QJsonObject object{{u"project"_s, view.project},
        {u"tab"_s, tabNames().value(static_cast<qsizetype>(view.tab))}, {u"activity"_s, view.activity}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

WindowView viewFromBytes(const QByteArray& bytes) {
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const qsizetype tab = tabNames().indexOf(object.value(u"tab"_s).toString());
    return {.project = object.value(u"project"_s).toInteger(),
        .tab = tab < 0 ? ProjectPage::Tab::Overview : static_cast<ProjectPage::Tab>(tab),
        .activity = object.value(u"activity"_s).toBool()};
}

QRect fittedInto(const QList<QRect>& screens, QRect window) {
    QRect screen = screens.constFirst();
    qint64 most = 0;
    for (const QRect& candidate : screens) {
        if (const qint64 shown = areaOf(candidate.intersected(window)); shown > most) {
            most = shown;
            screen = candidate;
        }
    }
    window.setSize(window.size().boundedTo(screen.size()));
    window.moveLeft(std::clamp(window.left(), screen.left(), screen.right() - window.width() + 1));
    window.moveTop(std::clamp(window.top(), screen.top(), screen.bottom() - window.height() + 1));
    return window;
}

} // namespace miaobu::app
