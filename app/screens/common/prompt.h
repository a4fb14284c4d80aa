#pragma once

#include "core/model/project.h"

#include <QUrl>

#include <functional>

namespace miaobu::app {

/// What a controller asks of the person or the desktop outside its page. A port, so that tests can answer.
/// Callbacks come later, from the event loop, and never when the person said no.
class Prompt {
public:
    virtual ~Prompt() = default;

    virtual void chooseFolder(std::function<void(const QString& folder)> chosen) = 0;
    virtual void chooseFile(std::function<void(const QString& file)> chosen) = 0;
    virtual void chooseFileToWrite(const QString& suggestion, std::function<void(const QString& file)> chosen) = 0;
    /// The one question that stops everything: the person types the slug.
    virtual void confirmRemoval(const Project& project, std::function<void()> confirmed) = 0;
    /// Asks once more before a target is forgotten that \a projects are published to.
    virtual void confirmTargetRemoval(const QString& target, int projects, std::function<void()> confirmed) = 0;
    /// Asks once more before a domain that answers visitors is taken away.
    virtual void confirmDomainRemoval(const QString& host, std::function<void()> confirmed) = 0;
    /// Asks once more before the preview at \a host is taken away.
    virtual void confirmPreviewRemoval(const QString& host, std::function<void()> confirmed) = 0;
    /// Asks before the program ends while something runs.
    virtual void confirmStopping(std::function<void()> confirmed) = 0;
    virtual void openUrl(const QUrl& url) = 0;
    /// In the desktop's own file manager.
    virtual void openFolder(const QString& folder) = 0;
};

} // namespace miaobu::app
