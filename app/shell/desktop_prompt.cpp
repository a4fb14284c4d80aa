#include "app/shell/desktop_prompt.h"

#include "app/shell/confirm_dialog.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>

namespace miaobu::app {

namespace {

void openDialog(QFileDialog* dialog, std::function<void(const QString&)> chosen) {
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog,
        [chosen = std::move(chosen)](const QString& file) { chosen(file); });
    dialog->open();
}

void ask(const Question& question, QWidget* parent, std::function<void()> confirmed) {
    auto* dialog = new ConfirmDialog(question, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, dialog, [confirmed = std::move(confirmed)] { confirmed(); });
    dialog->open();
}

} // namespace

void DesktopPrompt::chooseFolder(std::function<void(const QString&)> chosen) {
    auto* dialog = new QFileDialog(m_parent, QString(), QDir::homePath());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    openDialog(dialog, std::move(chosen));
}

void DesktopPrompt::chooseFile(std::function<void(const QString&)> chosen) {
    auto* dialog = new QFileDialog(m_parent, QString(), QDir::homePath());
    dialog->setFileMode(QFileDialog::ExistingFile);
    // A .env file is hidden by its name.
    dialog->setFilter(dialog->filter() | QDir::Hidden);
    openDialog(dialog, std::move(chosen));
}

void DesktopPrompt::chooseFileToWrite(const QString& suggestion, std::function<void(const QString&)> chosen) {
    auto* dialog = new QFileDialog(m_parent, QString(), QDir::homePath());
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggestion);
    openDialog(dialog, std::move(chosen));
}

void DesktopPrompt::confirmRemoval(const Project& project, std::function<void()> confirmed) {
    ask(removalQuestion(project), m_parent, std::move(confirmed));
}

void DesktopPrompt::confirmTargetRemoval(const QString& target, int projects, std::function<void()> confirmed) {
    ask(targetRemovalQuestion(target, projects), m_parent, std::move(confirmed));
}

void DesktopPrompt::confirmDomainRemoval(const QString& host, std::function<void()> confirmed) {
    ask(domainRemovalQuestion(host), m_parent, std::move(confirmed));
}

void DesktopPrompt::confirmPreviewRemoval(const QString& host, std::function<void()> confirmed) {
    ask(previewRemovalQuestion(host), m_parent, std::move(confirmed));
}

void DesktopPrompt::confirmStopping(std::function<void()> confirmed) {
    ask(stopQuestion(), m_parent, std::move(confirmed));
}

void DesktopPrompt::openFolder(const QString& folder) {
    // A bundle is a folder that a desktop would run.
    if (const QFileInfo place(folder); place.isDir() && !place.isBundle()) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
    }
}

void DesktopPrompt::openUrl(const QUrl& url) {
    // Only what a browser shows: an address from a database starts no program.
    if (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https")) {
        QDesktopServices::openUrl(url);
    }
}

} // namespace miaobu::app
