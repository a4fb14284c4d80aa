// A GitHub of its own on this computer, for trying the window and for end-to-end tests.
//   fake_github [FOLDER [PORT]]   FOLDER holds bare repositories, OWNER/NAME.git
// The first line it prints is JSON with the addresses for MIAOBU_GITHUB_WEB_BASE and MIAOBU_GITHUB_API_BASE. POST /fake/allow lets the code in.
// Ends when its standard input does.

#include "tests/support/fake_github.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const miaobu::test::FakeGitHub gitHub(arguments.value(1), arguments.value(2).toInt());
    const QJsonObject addresses{
        {u"web"_s, QString::fromUtf8(gitHub.webBase())}, {u"api"_s, QString::fromUtf8(gitHub.apiBase())}};
    std::printf("%s\n", QJsonDocument(addresses).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    while (std::getchar() != EOF) { }
    return 0;
}
