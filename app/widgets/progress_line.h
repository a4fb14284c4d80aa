#pragma once

#include <QWidget>

namespace miaobu::app {

/// A thin line that fills up: how far something is.
class ProgressLine final : public QWidget {
    Q_OBJECT

public:
    explicit ProgressLine(QWidget* parent = nullptr);

    void setPercent(int percent); ///< 0…100

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_percent = 0;
};

} // namespace miaobu::app
