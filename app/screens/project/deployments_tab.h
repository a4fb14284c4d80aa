#pragma once

#include <QWidget>

namespace miaobu::app {

class DeploymentList;
class DeploymentListModel;
class EmptyState;
class PreviewsCard;
class ProjectIntents;

/// Every deployment of a project.
class DeploymentsTab : public QWidget {
    Q_OBJECT

public:
    DeploymentsTab(DeploymentListModel& model, ProjectIntents& intents, QWidget* parent = nullptr);

    void setEmpty(bool empty);
    [[nodiscard]] PreviewsCard& previews() { return *m_previews; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    PreviewsCard* m_previews;
    DeploymentList* m_list;
    EmptyState* m_empty;
};

} // namespace miaobu::app
