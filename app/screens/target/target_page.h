#pragma once

#include "app/screens/target/rebuild_view.h"
#include "app/screens/target/target_intents.h"
#include "app/screens/target/target_state.h"
#include "app/text/error_words.h"

#include <QWidget>

class QPushButton;

namespace miaobu::app {

class ActionCard;
class ErrorCard;
class KeyCard;
class Label;
class PageHeader;
class PermissionsCard;
class RebuildCard;
class RoutineCard;
class ScrollPage;
class SetupCard;

/// A place that sites are published to: how it is, and what can be done about it.
class TargetPage : public QWidget {
    Q_OBJECT

public:
    explicit TargetPage(QWidget* parent = nullptr);

    void setState(const TargetState& state);
    void setRebuild(const RebuildView& view);
    [[nodiscard]] TargetIntents& intents() { return m_intents; }
    /// Empties the fields of a key.
    void forget();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildBody();
    void retranslate();
    void showHeader();
    void showLocal();
    void act(ErrorAction action);
    [[nodiscard]] QString facts() const;

    TargetIntents m_intents;
    TargetState m_state;
    PageHeader* m_header;
    Label* m_facts;
    QPushButton* m_look;
    QPushButton* m_switch;
    QPushButton* m_setUp;
    ScrollPage* m_body;
    ErrorCard* m_error;
    SetupCard* m_setup;
    RoutineCard* m_routine;
    PermissionsCard* m_permissions;
    KeyCard* m_key;
    ActionCard* m_reality;
    RebuildCard* m_rebuild;
    ActionCard* m_removal;
    ActionCard* m_local;
};

} // namespace miaobu::app
