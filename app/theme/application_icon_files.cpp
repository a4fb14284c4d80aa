// Draws the program's icon in every size a desktop wants as a file: application_icon_files FOLDER
// writes FOLDER/16x16/apps/com.miaobu.Desktop.png … FOLDER/512x512/apps/com.miaobu.Desktop.png, as in the theme “hicolor”.
#include "app/theme/icons.h"

#include <QDir>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    if (argc != 2) {
        qWarning("usage: application_icon_files FOLDER");
        return 2;
    }
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256, 512}) {
        const QString folder = u"%1/%2x%2/apps"_s.arg(QString::fromLocal8Bit(argv[1])).arg(size);
        const QPixmap drawn = miaobu::app::applicationIcon().pixmap(QSize(size, size), 1.0);
        if (!QDir().mkpath(folder) || drawn.size() != QSize(size, size) || !drawn.save(folder + u"/com.miaobu.Desktop.png"_s)) {
            qWarning("%s cannot be written", qPrintable(folder));
            return 1;
        }
    }
    return 0;
}
