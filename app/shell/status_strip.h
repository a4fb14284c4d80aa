#pragma once

#include "core/build/container_engine.h"

#include <QTimer>
#include <QWidget>

namespace miaobu::app {

class Label;
class StateMark;
class StripButton;

/// The strip along the bottom: how this computer is, what was just done, what is under way, and the other language.
class StatusStrip : public QWidget {
    Q_OBJECT

public:
    explicit StatusStrip(QWidget* parent = nullptr);

    void setActivity(int running, int queued);
    /// Whether the sites of this computer answer.
    void setServing(bool serving);
    /// How the container engine \a name is ("docker"); an empty name is not known.
    void setEngine(const QString& name, EngineState state);
    /// The account at GitHub that is used, empty for none; one that has to sign in again says so.
    void setAccount(const QString& login, bool needsSignIn);
    /// The newer \a version of this program; empty for none.
    void setNewerVersion(const QString& version);
    /// Says \a sentence for some seconds.
    void tell(const QString& sentence);

signals:
    void activityRequested();
    void localTargetRequested();
    void engineRequested(); ///< To be looked at again
    void accountsRequested();
    void newerVersionRequested();
    /// "en" or "zh"
    void languageRequested(const QString& language);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
    [[nodiscard]] QString engineText() const;

    int m_running = 0;
    int m_queued = 0;
    bool m_isServing = false;
    QString m_login;
    bool m_needsSignIn = false;
    QTimer m_quiet;
    StateMark* m_mark;
    StripButton* m_local;
    StripButton* m_account;
    QString m_engineName;
    EngineState m_engineState = EngineState::Missing;
    StateMark* m_engineMark;
    StripButton* m_engine;
    Label* m_said;
    QString m_newerVersion;
    StripButton* m_newer;
    StripButton* m_activity;
    StripButton* m_language;
};

} // namespace miaobu::app
