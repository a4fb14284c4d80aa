#pragma once

#include <QDialog>

namespace miaobu::app {

/// Asks before the program ends while something runs, as that stops it.
class StopDialog final : public QDialog {
    Q_OBJECT

public:
    explicit StopDialog(QWidget* parent = nullptr);
};

} // namespace miaobu::app
