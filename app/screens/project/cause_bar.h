#pragma once

#include "app/models/log_links.h"
#include "core/deploy/listening.h"

#include <QWidget>

#include <optional>

class QPushButton;

namespace miaobu::app {

class Label;

/// Under the log of a deployment that failed: the line that most likely says why, and what can be done with it.
class CauseBar : public QWidget {
    Q_OBJECT

public:
    explicit CauseBar(QWidget* parent = nullptr);

    /// \a cause is a line of the log; where it says that an app is \a unreached, that is said instead of it. \a offeredPort is one
    /// that the app can be asked on from now on; 0: none. An empty cause hides this.
    void setCause(const QString& cause, const std::optional<Unreached>& unreached = {}, int offeredPort = 0);
    [[nodiscard]] QString cause() const { return m_cause; }

signals:
    void showRequested();
    void linkActivated(const miaobu::app::LogLink& link);
    void copyRequested();
    void portRequested(int port);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QString m_cause;
    std::optional<Unreached> m_unreached;
    int m_offeredPort = 0;
    std::optional<LogLink> m_link;
    Label* m_text;
    QPushButton* m_port;
    QPushButton* m_show;
    QPushButton* m_open;
    QPushButton* m_copy;
};

} // namespace miaobu::app
