#pragma once

#include "app/screens/new_project/new_project_state.h"
#include "app/text/error_words.h"
#include "core/model/project_variable.h"

#include <QWidget>

class QPushButton;

namespace miaobu::app {

class ConfigureForm;
class ErrorCard;
class Label;
class LookingStep;
class PageHeader;
class RepositoryCard;
class SourceForm;

/// From a folder or a repository to a first deployment.
class NewProjectPage : public QWidget {
    Q_OBJECT

public:
    explicit NewProjectPage(QWidget* parent = nullptr);

    void setState(const NewProjectState& state);
    /// While the source is looked into.
    void setFetch(const SourceFetch& fetch);
    void setTargets(const QStringList& targets, const QString& chosen);
    void setRecipe(const RecipeView& recipe);
    void setAddressVerdict(const AddressVerdict& verdict);
    void setBranches(const QStringList& branches, const QString& chosen);
    [[nodiscard]] RepositoryCard& repositories() { return *m_repositories; }

signals:
    void folderRequested();
    void addressEntered(const QString& address, const QString& branch);
    void backRequested();
    void rootChosen(const QString& rootDirectory);
    void branchChosen(const QString& branch);
    void signInRequested();
    /// One of the choices of the error that is shown.
    void alternativeChosen(const QString& choice);
    void slugEdited(const QString& slug);
    void targetChosen(const QString& target);
    void connectRequested();
    void dockerfileSaveRequested(const QString& dockerfile);
    void buildEdited(const miaobu::BuildOverrides& overrides);
    void deployRequested(const QString& name, const QString& slug, const QString& target,
        const miaobu::BuildOverrides& overrides, const QList<miaobu::VariableDraft>& variables);
    void retryRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildChoosing();
    void retranslate();
    void showChoices(const QStringList& choices);
    void act(ErrorAction action);
    void judge();

    NewProjectState m_state;
    bool m_addressUsable = true;
    PageHeader* m_header;
    Label* m_subtitle;
    QPushButton* m_back;
    QPushButton* m_deploy;
    ErrorCard* m_error;
    QWidget* m_choices;
    RepositoryCard* m_repositories;
    SourceForm* m_source;
    QWidget* m_choosing;
    LookingStep* m_looking;
    ConfigureForm* m_configure;
};

} // namespace miaobu::app
