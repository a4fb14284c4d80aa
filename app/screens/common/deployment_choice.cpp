#include "app/screens/common/deployment_choice.h"

#include "app/text/state_text.h"
#include "app/text/visible_text.h"

#include <QEvent>
#include <QSignalBlocker>

namespace miaobu::app {

namespace {

QString titleOf(const Deployment& deployment, const QDateTime& now) {
    constexpr qsizetype longest = 60;
    QStringList words{QStringLiteral("#%1").arg(deployment.number), stateTitle(deployment.state)};
    if (const QString message = visibleText(deployment.revision.message.left(longest)); !message.isEmpty()) {
        words.append(message);
    }
    words.append(timeAgo(deployment.createdAt, now));
    return words.join(QStringLiteral("  ·  "));
}

} // namespace

DeploymentChoice::DeploymentChoice(QWidget* parent) : QComboBox(parent) {
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(16);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QComboBox::activated, this, [this](int index) { emit chosen(itemData(index).toLongLong()); });
}

void DeploymentChoice::setDeployments(const QList<Deployment>& deployments, DeploymentId chosen, const QDateTime& now) {
    if (deployments != m_deployments) {
        m_deployments = deployments;
        m_now = now;
        fill();
    }
    setCurrentIndex(findData(chosen));
}

void DeploymentChoice::fill() {
    const QSignalBlocker blocker(this);
    const QVariant kept = currentData();
    clear();
    for (const Deployment& deployment : std::as_const(m_deployments)) {
        addItem(titleOf(deployment, m_now), deployment.id);
    }
    setCurrentIndex(findData(kept));
}

void DeploymentChoice::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        fill();
    }
    QComboBox::changeEvent(event);
}

} // namespace miaobu::app
