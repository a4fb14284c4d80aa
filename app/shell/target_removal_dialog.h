#pragma once

#include <QDialog>

namespace miaobu::app {

/// Asks whether a target is to be forgotten, and says what stays.
class TargetRemovalDialog final : public QDialog {
    Q_OBJECT

public:
    /// \a projects are published to it.
    TargetRemovalDialog(const QString& target, int projects, QWidget* parent = nullptr);
};

} // namespace miaobu::app
