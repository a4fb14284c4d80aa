#pragma once

#include <QTimer>
#include <QWidget>

namespace miaobu::app {

class Label;

/// The strip along the bottom: what was just done, and what is under way.
class StatusStrip : public QWidget {
    Q_OBJECT

public:
    explicit StatusStrip(QWidget* parent = nullptr);

    void setActivity(int running, int queued);
    /// Says \a sentence for some seconds.
    void tell(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();

    int m_running = 0;
    int m_queued = 0;
    QTimer m_quiet;
    Label* m_said;
    Label* m_activity;
};

} // namespace miaobu::app
