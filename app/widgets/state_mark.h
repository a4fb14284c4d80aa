#pragma once

#include "app/theme/tokens.h"
#include "app/widgets/turning.h"

#include <QWidget>

namespace miaobu::app {

/// The small mark of a state beside a name; its ring turns while it is visible.
class StateMark final : public QWidget {
    Q_OBJECT

public:
    explicit StateMark(QWidget* parent = nullptr);

    void setTone(Tone tone);

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    Tone m_tone = Tone::Idle;
    Turning m_turning;
};

} // namespace miaobu::app
