#pragma once

#include "core/model/build_plan.h"

#include <QObject>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace miaobu::app {

class FormCard;
class FormRow;

/// The values of a build in a form: each as detected with its reason, each free to be changed.
class PlanFields final : public QObject {
    Q_OBJECT

public:
    /// Adds its rows to \a card, which owns them.
    explicit PlanFields(FormCard& card);

    void setPlan(const BuildPlan& detected, const BuildOverrides& overrides);
    /// Lets a person choose between several apps; without it the one that was detected is taken.
    void setAsks(bool asks) { m_asks = asks; }
    /// Whether nothing is left to be chosen.
    [[nodiscard]] bool isComplete() const;
    /// What differs from what was detected.
    [[nodiscard]] BuildOverrides overrides() const;
    void retranslate();

signals:
    void edited();
    /// Another folder of the source: everything else has to be detected again.
    void rootChosen(const QString& rootDirectory);

private:
    struct Entry {
        QLineEdit* field = nullptr;
        FormRow* row = nullptr;
        QString BuildPlan::* detected = nullptr;
        QString BuildOverrides::* chosen = nullptr;
        QString reasonKey;
    };
    void addEntry(FormCard& card, const QString& name, QString BuildPlan::* detected, QString BuildOverrides::* chosen,
        bool isCommand, QComboBox* choice = nullptr);
    [[nodiscard]] const Entry& entryOf(QString BuildPlan::* detected) const;
    [[nodiscard]] bool isAppAsked() const;
    [[nodiscard]] QString noteOf(const Entry& entry) const;
    [[nodiscard]] BuildPlace place() const;
    [[nodiscard]] bool isPlaceAsked() const;
    void showNotes();
    void chooseRoot();
    [[nodiscard]] QString rootText() const;

    FormCard& m_card;
    BuildPlan m_plan;
    QString m_rootOverride; ///< Null: the root directory is as detected.
    bool m_asks = false;
    QComboBox* m_app;
    QComboBox* m_root;
    FormRow* m_rootRow;
    QComboBox* m_place; ///< Where a site is built, in the order of BuildPlace
    FormRow* m_placeRow;
    QList<Entry> m_entries;
    QCheckBox* m_spa;
    FormRow* m_spaRow;
};

} // namespace miaobu::app
