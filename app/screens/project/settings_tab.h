#pragma once

#include "app/screens/common/recipe_view.h"
#include "core/model/project.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace miaobu::app {

class ActionCard;
class CacheCard;
class FormCard;
class FormRow;
class FunctionFields;
class Label;
class PlanFields;
class ProjectIntents;
class WatchCard;
class RecipeCard;
struct CacheView;
struct WatchView;

/// How a project is built, changed under Apply; and the way to be rid of it.
class SettingsTab : public QWidget {
    Q_OBJECT

public:
    explicit SettingsTab(ProjectIntents& intents, QWidget* parent = nullptr);

    /// Fills the form, unless somebody is changing the same project in it.
    void setProject(const Project& project, const QStringList& targets);

    void setCache(const CacheView& view);
    void setWatch(const WatchView& view);
    void setRecipe(const RecipeState& state);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildRemoval(ProjectIntents& intents);
    void fillTargets();
    void retranslate();
    void setEdited(bool edited);
    void showRecipe();

    Project m_project;
    QStringList m_targets;
    bool m_edited = false;
    FormCard* m_form;
    QLineEdit* m_name;
    FormRow* m_nameRow;
    QComboBox* m_target;
    FormRow* m_targetRow;
    PlanFields* m_fields;
    FunctionFields* m_function;
    QCheckBox* m_submodules;
    FormRow* m_submodulesRow;
    Label* m_note;
    QPushButton* m_discard;
    QPushButton* m_apply;
    RecipeState m_recipeState;
    ActionCard* m_recipeAsk; ///< Until it is known
    RecipeCard* m_recipe;
    WatchCard* m_watch;
    CacheCard* m_cache;
    ActionCard* m_reality;
    Label* m_removeTitle;
    Label* m_removeText;
    QPushButton* m_remove;
};

} // namespace miaobu::app
