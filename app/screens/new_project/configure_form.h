#pragma once

#include "app/screens/new_project/new_project_state.h"
#include "core/model/project_variable.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace miaobu::app {

class Card;
class FormCard;
class FormRow;
class Label;
class PlanFields;
class RecipeCard;
class VariablesCard;

/// How a new project will be built, and where it will be found: everything filled in, everything free to be changed.
class ConfigureForm : public QWidget {
    Q_OBJECT

public:
    explicit ConfigureForm(QWidget* parent = nullptr);

    void setState(const NewProjectState& state);
    /// Offers other targets; everything else stays as it was typed.
    void setTargets(const QStringList& targets, const QString& chosen);
    void setRecipe(const RecipeView& recipe);
    void setAddressVerdict(const AddressVerdict& verdict);
    /// Offers other branches; none: the row is left out.
    void setBranches(const QStringList& branches, const QString& chosen);
    /// Whether nothing is left to be chosen.
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString slug() const;
    [[nodiscard]] QString target() const;
    [[nodiscard]] BuildOverrides overrides() const;
    /// What the first build is to get.
    [[nodiscard]] QList<VariableDraft> variables() const;
    void retranslate();

signals:
    void slugEdited(const QString& slug);
    void rootChosen(const QString& rootDirectory);
    void branchChosen(const QString& branch);
    void targetChosen(const QString& target);
    /// A further target is wanted.
    void connectRequested();
    void dockerfileSaveRequested(const QString& dockerfile);
    /// A value of the build was changed.
    void edited();

private:
    QWidget* buildKindCard();
    void showKind();
    void fillTargets();
    void chooseTarget(int index);

    NewProjectState m_state;
    Label* m_letter;
    Label* m_framework;
    Label* m_kind;
    QLineEdit* m_name;
    QLineEdit* m_slug;
    QComboBox* m_branch;
    QComboBox* m_target;
    FormCard* m_card;
    FormRow* m_nameRow;
    FormRow* m_slugRow;
    FormRow* m_branchRow;
    FormRow* m_targetRow;
    PlanFields* m_fields;
    RecipeCard* m_recipe;
    VariablesCard* m_variables;
};

} // namespace miaobu::app
