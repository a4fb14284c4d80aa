#pragma once

#include "core/model/project.h"

#include <QDialog>

namespace miaobu::app {

/// Says what deleting a project removes, and lets it happen only after its slug was typed.
class RemovalDialog final : public QDialog {
    Q_OBJECT

public:
    explicit RemovalDialog(const Project& project, QWidget* parent = nullptr);
};

} // namespace miaobu::app
