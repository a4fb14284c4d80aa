#include "app/screens/common/editor.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QProcess>
#include <QStandardPaths>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

/// What the program was given for itself and an editor does not need.
constexpr std::array secrets{"ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
    "ALIBABA_CLOUD_SECURITY_TOKEN", "GITHUB_TOKEN", "GH_TOKEN"};

bool start(const QStringList& words) {
    const QString program = words.isEmpty() ? QString() : QStandardPaths::findExecutable(words.constFirst());
    if (program.isEmpty()) {
        return false;
    }
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : secrets) {
        environment.remove(QString::fromLatin1(name));
    }
    process.setProcessEnvironment(environment);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.setProgram(program);
    process.setArguments(words.sliced(1));
    return process.startDetached();
}

/// In the order in which they are tried.
QStringList editors(const QString& chosen) {
    return {chosen, qEnvironmentVariable("VISUAL"), u"code"_s, u"cursor"_s, u"codium"_s, u"zed"_s, u"subl"_s, u"kate"_s,
        u"gnome-text-editor"_s, u"gedit"_s};
}

bool openWithDesktop(const QString& file) {
#if defined(Q_OS_WIN)
    // A script would be run.
    return start({u"notepad.exe"_s, QDir::toNativeSeparators(file)});
#elif defined(Q_OS_MACOS)
    return start({u"open"_s, u"-t"_s, file});
#else
    const QMimeType type = QMimeDatabase().mimeTypeForFile(file);
    const bool isText = type.inherits(u"text/plain"_s) && !type.inherits(u"application/x-desktop"_s);
    return isText && QDesktopServices::openUrl(QUrl::fromLocalFile(file));
#endif
}

} // namespace

QString editorFor(const QString& chosen) {
    for (const QString& editor : editors(chosen)) {
        const QString program = editorCommand(editor, {u"/"_s, 0, 0}).value(0);
        if (!program.isEmpty() && !QStandardPaths::findExecutable(program).isEmpty()) {
            return QFileInfo(program).fileName();
        }
    }
    return {};
}

bool openInEditor(const FilePlace& place, const QString& chosen) {
    for (const QString& editor : editors(chosen)) {
        if (start(editorCommand(editor, place))) {
            return true;
        }
    }
    return openWithDesktop(place.file);
}

} // namespace miaobu::app
