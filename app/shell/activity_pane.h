#pragma once

#include "app/models/activity.h"

#include <QWidget>

class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace miaobu::app {

class ActivityItem;
class Label;

/// The right pane: what runs, what waits, and what ended until it was read.
class ActivityPane final : public QWidget {
    Q_OBJECT

public:
    explicit ActivityPane(QWidget* parent = nullptr);

    void setRows(const QList<ActivityRow>& rows);
    /// Puts the keyboard to the first row, or to the button that closes the pane.
    void takeFocus();

signals:
    void logRequested(miaobu::ProjectId project, miaobu::DeploymentId deployment);
    void stopRequested(miaobu::DeploymentId deployment);
    void siteRequested(const QString& url);
    void dismissed(const QString& id);
    void allDismissed();
    void closeRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    ActivityItem* addItem();

    QList<ActivityItem*> m_items;
    Label* m_head;
    QPushButton* m_clear;
    QToolButton* m_close;
    Label* m_nothing;
    QVBoxLayout* m_column;
};

} // namespace miaobu::app
