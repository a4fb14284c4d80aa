#pragma once

#include "core/model/project_variable.h"

#include <QObject>

namespace miaobu::app {

/// Everything a person can ask for on the tab of a project's variables. The tab and its parts emit, the controller listens.
class VariablesIntents final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

signals:
    void add();
    void edit(qsizetype index);
    void remove(qsizetype index);
    void restore(qsizetype index);
    void typed(const miaobu::VariableDraft& draft); ///< While the form is open
    void submit(const miaobu::VariableDraft& draft);
    void closeForm();
    void paste(); ///< What the clipboard holds
    void openFile();
    void toggleSecret(qsizetype row); ///< Of the preview
    void setScope(miaobu::VariableScope scope); ///< Of the preview
    void takeOver(); ///< What the preview shows
    void closePreview();
    void exportFile();
    void compareFile();
    void closeComparison();
    void apply();
    void discard();
    void deploy();
};

} // namespace miaobu::app
