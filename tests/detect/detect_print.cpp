// Prints what the detector says of a folder: detect_print PATH [ROOT]

#include "core/async/error.h"
#include "core/detect/detector.h"
#include "core/detect/folder_tree.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fputs("usage: detect_print PATH [ROOT]\n", stderr);
        return 2;
    }
    try {
        const miaobu::BuildPlan plan = miaobu::detect(miaobu::FolderTree(arguments.at(1)), arguments.value(2));
        std::fputs(QJsonDocument(miaobu::toJson(plan)).toJson().constData(), stdout);
    } catch (const miaobu::Error& error) {
        std::fputs(error.what(), stderr);
        return 1;
    }
    return 0;
}
