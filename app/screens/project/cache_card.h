#pragma once

#include "app/screens/project/cache_view.h"
#include "app/widgets/card.h"

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;

namespace miaobu::app {

class CheckList;
class Label;
class Notice;
class ProjectIntents;

/// What the edge keeps of a site: purge all of it, or an address or a folder; what is left of the day's quota; what was purged of late.
class CacheCard : public Card {
    Q_OBJECT

public:
    explicit CacheCard(ProjectIntents& intents, QWidget* parent = nullptr);

    void setView(const CacheView& view);

protected:
    void changeEvent(QEvent* event) override;

private:
    QHBoxLayout* buildTop();
    QWidget* buildForm();
    void connectIntents(ProjectIntents& intents);
    void retranslate();
    void showProgress();
    void showError();
    void showTasks();
    [[nodiscard]] PurgeKind chosenKind() const;
    [[nodiscard]] QStringList typed() const;
    [[nodiscard]] QString quotaText() const;

    CacheView m_view;
    Label* m_title;
    Label* m_text;
    QPushButton* m_all;
    QWidget* m_form = nullptr;
    QComboBox* m_kind;
    QLineEdit* m_field;
    QPushButton* m_purge;
    CheckList* m_progress;
    Notice* m_error;
    Notice* m_usedUp;
    Label* m_quota;
    CheckList* m_tasks;
};

} // namespace miaobu::app
