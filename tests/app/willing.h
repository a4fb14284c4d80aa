#pragma once

#include "app/screens/common/prompt.h"
#include "core/model/project.h"

#include <QUrl>

namespace miaobu::test {

/// A person who always says yes.
class Willing final : public app::Prompt {
public:
    QString folder;
    QString file;
    QUrl opened;
    int removalsAsked = 0;
    int targetRemovalsAsked = 0;
    int domainRemovalsAsked = 0;
    int previewRemovalsAsked = 0;
    int stopsAsked = 0;

    void chooseFolder(std::function<void(const QString&)> chosen) override { chosen(folder); }
    void chooseFile(std::function<void(const QString&)> chosen) override { chosen(file); }
    void chooseFileToWrite(const QString&, std::function<void(const QString&)> chosen) override { chosen(file); }
    void confirmRemoval(const Project&, std::function<void()> confirmed) override {
        ++removalsAsked;
        confirmed();
    }
    void confirmTargetRemoval(const QString&, int, std::function<void()> confirmed) override {
        ++targetRemovalsAsked;
        confirmed();
    }
    void confirmDomainRemoval(const QString&, std::function<void()> confirmed) override {
        ++domainRemovalsAsked;
        confirmed();
    }
    void confirmPreviewRemoval(const QString&, std::function<void()> confirmed) override {
        ++previewRemovalsAsked;
        confirmed();
    }
    void confirmStopping(std::function<void()> confirmed) override {
        ++stopsAsked;
        confirmed();
    }
    void openUrl(const QUrl& url) override { opened = url; }
    void openFolder(const QString& path) override { opened = QUrl::fromLocalFile(path); }
};

} // namespace miaobu::test
