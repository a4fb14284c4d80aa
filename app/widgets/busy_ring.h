#pragma once

#include "app/widgets/turning.h"

#include <QWidget>

namespace miaobu::app {

/// The open turning ring of something under way; turns while it is visible.
class BusyRing : public QWidget {
    Q_OBJECT

public:
    explicit BusyRing(int size = 20, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    Turning m_turning;
};

} // namespace miaobu::app
