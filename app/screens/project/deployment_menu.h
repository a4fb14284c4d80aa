#pragma once

#include "core/model/deployment.h"

class QMenu;
class QWidget;

namespace miaobu::app {

class ProjectIntents;

/// What can be done with one deployment. Deletes itself when it closes.
[[nodiscard]] QMenu* deploymentMenu(const Deployment& deployment, ProjectIntents& intents, QWidget* parent);

} // namespace miaobu::app
