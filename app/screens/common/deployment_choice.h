#pragma once

#include "core/model/deployment.h"

#include <QComboBox>

namespace miaobu::app {

/// One deployment of a project, chosen from a list that says of each what it is.
class DeploymentChoice : public QComboBox {
    Q_OBJECT

public:
    explicit DeploymentChoice(QWidget* parent = nullptr);

    void setDeployments(const QList<Deployment>& deployments, DeploymentId chosen, const QDateTime& now);

signals:
    void chosen(miaobu::DeploymentId deployment);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();

    QList<Deployment> m_deployments;
    QDateTime m_now;
};

} // namespace miaobu::app
