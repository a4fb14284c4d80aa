#pragma once

#include "app/screens/target/target_state.h"
#include "app/shell/window_services.h"
#include "core/async/operation.h"

#include <QHash>
#include <QObject>

namespace miaobu::app {

class Prompt;
class TargetPage;

/// Shows one target on its page, and does what is asked for there. What is known of a target, and what runs for it, stays when another is shown.
class TargetController final : public QObject {
    Q_OBJECT

public:
    /// Everything outlives this.
    TargetController(const WindowServices& services, Prompt& prompt, TargetPage& page);
    ~TargetController() override;

    /// Shows \a target; how it is set up is looked at the first time.
    void open(const QString& target);
    [[nodiscard]] QString target() const { return m_shown; }
    /// Opens the form for another key.
    void enterKey(bool entering);
    /// Another page is shown: the fields of a key are emptied.
    void suspend();

signals:
    /// Something for the person to know, in one sentence.
    void told(const QString& sentence);
    void removed(const QString& target);
    /// Of any target, whichever is shown.
    void healthChanged(const QString& target, miaobu::app::TargetState::Health health);

private:
    enum class Kind { Plan, SetUp, FindRoutine, ChangeRoutine, Check, Place, TryKey, StoreKey, Remove };
    struct Work {
        QString target;
        Kind kind = Kind::Plan;
    };

    void connectIntents();
    void connectService();
    void connectEmulator();
    void begin(Kind kind, OperationId operation);
    void lookAgain();
    void checkPermissions();
    void setUp();
    void changeRoutine(OperationId operation);
    void stop();
    void remove();
    void tryKey(const AccessKey& key, KeepSecret keep);
    void storeKey(const QString& target);
    void onIdentified(const QString& target, const CallerIdentity& identity);
    void onFinished(const Work& work);
    void onFailed(const Work& work, const Error& error);
    void end(TargetState& state, Kind kind);
    void readTarget(const QString& target);
    void forgetKey();
    void show();
    void tellHealth();
    [[nodiscard]] TargetState& shown() { return m_states[m_shown]; }
    /// The state of the target that \a operation is for; null for somebody else's.
    [[nodiscard]] TargetState* stateOf(OperationId operation);

    WindowServices m_services;
    Prompt& m_prompt;
    TargetPage& m_page;
    QString m_shown;
    QHash<QString, TargetState> m_states;
    QHash<OperationId, Work> m_work;
    QHash<QString, TargetState::Health> m_told;
    AccessKey m_key; ///< That is being tried and stored
    KeepSecret m_keep = KeepSecret::InKeychain;
};

} // namespace miaobu::app
