#pragma once

#include "app/screens/project/removal_view.h"
#include "app/widgets/card.h"

class QHBoxLayout;
class QPushButton;

namespace miaobu::app {

class BusyRing;
class CheckList;
class Label;
class Notice;
class ProjectIntents;

/// The checklist of a project that is being removed: what is gone, what is left and why, and the ways to go on.
class RemovalCard : public Card {
    Q_OBJECT

public:
    explicit RemovalCard(ProjectIntents& intents, QWidget* parent = nullptr);

    void setState(const QString& project, const RemovalView& view);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QHBoxLayout* buildTop(ProjectIntents& intents);
    QWidget* buildQuestion(ProjectIntents& intents);
    void ask(bool asking);
    void retranslate();
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;

    QString m_project;
    RemovalView m_view;
    bool m_isAsking = false;
    Label* m_title;
    BusyRing* m_ring;
    Label* m_text;
    QPushButton* m_keep;
    QPushButton* m_forget;
    QPushButton* m_goOn;
    Notice* m_error;
    QWidget* m_question = nullptr;
    Notice* m_warning;
    QPushButton* m_forgetNow;
    QPushButton* m_doNot;
    CheckList* m_list;
};

} // namespace miaobu::app
