#pragma once

#include "app/shell/notifier.h"
#include "app/shell/tray.h"
#include "app/shell/window_services.h"

namespace miaobu {
struct Deployment;
struct PushOutcome;
} // namespace miaobu

namespace miaobu::app {

class Prompt;
class WindowController;

/// The program while its window is closed, covered or elsewhere: tray, notices, and what closing the window does.
class Presence final : public QObject {
    Q_OBJECT

public:
    /// Everything outlives this.
    Presence(const WindowServices& services, WindowController& window, Prompt& prompt);

    [[nodiscard]] Tray& tray() { return m_tray; }
    /// Whether the window may close now; else it was hidden, or the person is asked.
    [[nodiscard]] bool mayClose();
    /// Ends the program, asking first while something runs.
    void quit();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showAttention();
    void connectTray();
    void connectSettings();
    void showState();
    void ask();
    void onEnded(const Deployment& deployment);
    void onPush(ProjectId project, const PushOutcome& push);
    void onNoticeAction(const QString& key, const QString& action);
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] bool isWatching() const;

    WindowServices m_services;
    WindowController& m_window;
    Prompt& m_prompt;
    Tray m_tray;
    Notifier m_notifier;
    bool m_isQuitting = false; ///< The person said so.
};

} // namespace miaobu::app
