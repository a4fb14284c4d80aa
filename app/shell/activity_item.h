#pragma once

#include "app/models/activity.h"
#include "app/widgets/card.h"

class QHBoxLayout;
class QPushButton;
class QToolButton;

namespace miaobu::app {

class Label;
class ProgressLine;
class StateMark;

/// One row of the activity pane, with what can be done about it.
class ActivityItem final : public Card {
    Q_OBJECT

public:
    explicit ActivityItem(QWidget* parent = nullptr);

    void setRow(const ActivityRow& row);
    [[nodiscard]] const ActivityRow& row() const { return m_row; }

signals:
    void logRequested();
    void stopRequested();
    void siteRequested();
    void dismissRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    QPushButton* addButton(QHBoxLayout& layout, const QString& name);
    void retranslate();

    ActivityRow m_row;
    StateMark* m_mark;
    Label* m_title;
    Label* m_text;
    ProgressLine* m_progress;
    QWidget* m_buttons;
    QPushButton* m_log;
    QPushButton* m_stop;
    QPushButton* m_site;
    QToolButton* m_dismiss;
};

} // namespace miaobu::app
