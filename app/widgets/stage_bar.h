#pragma once

#include "app/widgets/turning.h"

#include <QList>
#include <QString>
#include <QWidget>

class QPainter;

namespace miaobu::app {

/// One step of a deployment, as it is drawn.
struct StageStep {
    enum class State {
        Waiting,
        Current, ///< It is the person's turn.
        Active,
        Done,
        Failed,
    };

    QString title;
    QString note; ///< "11 s", or "61 %"
    State state = State::Waiting;

    bool operator==(const StageStep&) const = default;
};

/// The steps of a deployment in a row, joined by lines: done, under way, to come.
class StageBar : public QWidget {
    Q_OBJECT

public:
    explicit StageBar(QWidget* parent = nullptr);

    void setSteps(const QList<StageStep>& steps);
    [[nodiscard]] const QList<StageStep>& steps() const { return m_steps; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void drawWords(QPainter& painter, const StageStep& step, int x, bool withNote) const;
    void drawBadge(QPainter& painter, const QRectF& rect, qsizetype index) const;

    QList<StageStep> m_steps;
    Turning m_turning;
};

} // namespace miaobu::app
