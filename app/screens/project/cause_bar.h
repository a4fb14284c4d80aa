#pragma once

#include "app/models/log_links.h"

#include <QWidget>

#include <optional>

class QPushButton;

namespace miaobu::app {

class Label;

/// Under the log of a build that failed: the line that most likely says why, and what can be done with it.
class CauseBar : public QWidget {
    Q_OBJECT

public:
    explicit CauseBar(QWidget* parent = nullptr);

    /// An empty cause hides this.
    void setCause(const QString& cause);
    [[nodiscard]] QString cause() const { return m_cause; }

signals:
    void showRequested();
    void linkActivated(const miaobu::app::LogLink& link);
    void copyRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QString m_cause;
    std::optional<LogLink> m_link;
    Label* m_text;
    QPushButton* m_show;
    QPushButton* m_open;
    QPushButton* m_copy;
};

} // namespace miaobu::app
