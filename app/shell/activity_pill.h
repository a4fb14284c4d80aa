#pragma once

#include "app/models/activity.h"
#include "app/widgets/turning.h"

#include <QAbstractButton>

namespace miaobu::app {

/// The activity pane in a corner, while it is closed: what runs, in a few words.
class ActivityPill final : public QAbstractButton {
    Q_OBJECT

public:
    explicit ActivityPill(QWidget* parent = nullptr);

    void setSummary(const ActivitySummary& summary);
    [[nodiscard]] bool hasWords() const { return !text().isEmpty(); }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] Tone tone() const;
    void turn();

    ActivitySummary m_summary;
    Turning m_turning;
};

} // namespace miaobu::app
