#include "tests/app/gallery/walk.h"

#include "tests/app/gallery/studio.h"

#include <QWidget>

using namespace Qt::StringLiterals;

namespace miaobu::app::gallery {

namespace {

bool isInside(const QWidget& part, std::initializer_list<const char*> owners) {
    const QWidget* const parent = part.parentWidget();
    return parent && std::ranges::any_of(owners, [&](const char* owner) { return parent->inherits(owner); });
}

} // namespace

void walk(const QSize& size, const std::function<void(const QString& name, QWidget& shown)>& visit) {
    for (const Picture& picture : allPictures()) {
        Studio studio;
        studio.frame().resize(size);
        studio.frame().QWidget::show();
        QWidget& shown = picture.show(studio);
        shown.activateWindow();
        Studio::settle();
        // What is drawn decides whether it is cut short only when it is drawn.
        (void)shown.grab();
        visit(picture.name, shown);
    }
}

QList<QWidget*> partsOf(QWidget& shown) {
    QList<QWidget*> parts;
    for (QWidget* part : shown.findChildren<QWidget*>()) {
        const bool isQtsOwn = part->objectName().startsWith(u"qt_"_s) || part->inherits("QMenu")
            || isInside(
                *part, {"QLineEdit", "QComboBox", "QComboBoxPrivateContainer", "QTabBar", "QScrollBar", "QHeaderView"})
            || part->inherits("QSplitterHandle") || part->inherits("QComboBoxPrivateContainer");
        if (part->isVisible() && !isQtsOwn) {
            parts.append(part);
        }
    }
    return parts;
}

QString describe(const QString& picture, const QWidget& part) {
    const QVariant text = part.property("text");
    return u"%1: %2 %3 “%4”"_s.arg(picture, QLatin1StringView(part.metaObject()->className()), part.objectName(),
        text.isValid() ? text.toString().left(60) : part.accessibleName());
}

bool nothingFound(const QStringList& findings) {
    for (const QString& finding : findings) {
        qWarning().noquote() << finding;
    }
    return findings.isEmpty();
}

} // namespace miaobu::app::gallery
