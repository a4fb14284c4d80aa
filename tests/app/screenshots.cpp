// Draws every picture of the gallery: screenshots FOLDER. Look at them before changing how something is drawn.
// QT_SCALE_FACTOR is the scale; --size, --language, --theme and --only take fewer or other ones.
#include "app/theme/appearance.h"
#include "tests/app/gallery/picture.h"
#include "tests/app/gallery/studio.h"

#include <QCommandLineParser>
#include <QDir>

using namespace Qt::StringLiterals;
using namespace miaobu::app;
using gallery::Picture;
using gallery::Studio;

namespace {

bool take(const Picture& picture, const QSize& size, const QString& folder) {
    Studio studio;
    studio.frame().resize(size);
    studio.frame().QWidget::show();
    Studio::settle();
    QWidget& shown = picture.show(studio);
    Studio::settle();
    return QDir().mkpath(folder) && shown.grab().save(folder + u'/' + picture.name + u".png"_s);
}

QSize sizeFrom(const QString& text) {
    const QStringList parts = text.split(u'x');
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize(1280, 800);
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QCommandLineParser options;
    options.addPositionalArgument(u"folder"_s, u"Where the pictures go."_s);
    options.addOption({u"only"_s, u"Pictures whose names match."_s, u"expression"_s});
    options.addOption({u"size"_s, u"The window's size."_s, u"size"_s, u"1280x800"_s});
    options.addOption({u"theme"_s, u"One theme."_s, u"theme"_s});
    options.addOption({u"language"_s, u"One language."_s, u"language"_s});
    options.process(application);
    if (options.positionalArguments().size() != 1) {
        options.showHelp(2);
    }
    Appearance appearance(application);
    const QRegularExpression only(options.value(u"only"_s));
    const QStringList themes
        = options.isSet(u"theme"_s) ? options.values(u"theme"_s) : QStringList{u"light"_s, u"dark"_s};
    const QStringList languages
        = options.isSet(u"language"_s) ? options.values(u"language"_s) : QStringList{u"en"_s, u"zh"_s};
    for (const QString& theme : themes) {
        appearance.setTheme(themeFromName(theme));
        for (const QString& language : languages) {
            appearance.setLanguage(language);
            const QString folder = u"%1/%2-%3-%4x"_s.arg(options.positionalArguments().constFirst(), theme, language)
                                       .arg(application.devicePixelRatio());
            for (const Picture& picture : gallery::allPictures()) {
                if (only.match(picture.name).hasMatch() && !take(picture, sizeFrom(options.value(u"size"_s)), folder)) {
                    qWarning("%s cannot be written", qPrintable(folder + u'/' + picture.name));
                    return 1;
                }
            }
        }
    }
    return 0;
}
