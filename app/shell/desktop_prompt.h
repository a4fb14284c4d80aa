#pragma once

#include "app/screens/common/prompt.h"

#include <QPointer>
#include <QWidget>

namespace miaobu::app {

/// Asks with the desktop's own dialogs, without ever waiting for them.
class DesktopPrompt final : public Prompt {
public:
    /// The window the dialogs belong to.
    void setParent(QWidget* parent) { m_parent = parent; }

    void chooseFolder(std::function<void(const QString&)> chosen) override;
    void chooseFile(std::function<void(const QString&)> chosen) override;
    void chooseFileToWrite(const QString& suggestion, std::function<void(const QString&)> chosen) override;
    void confirmRemoval(const Project& project, std::function<void()> confirmed) override;
    void confirmTargetRemoval(const QString& target, int projects, std::function<void()> confirmed) override;
    void confirmDomainRemoval(const QString& host, std::function<void()> confirmed) override;
    void confirmPreviewRemoval(const QString& host, std::function<void()> confirmed) override;
    void confirmStopping(std::function<void()> confirmed) override;
    void openUrl(const QUrl& url) override;
    void openFolder(const QString& folder) override;

private:
    QPointer<QWidget> m_parent;
};

} // namespace miaobu::app
