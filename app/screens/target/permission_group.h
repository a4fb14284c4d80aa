#pragma once

#include "core/ports/cloud_account.h"

#include <QVBoxLayout>

class QPushButton;

namespace miaobu::app {

class CheckList;
class Label;
class MonoBlock;
class TargetIntents;

/// The permissions that one need takes: what is missing of them, the policy that adds it, and the rest. Where there are none, nothing is
/// shown. A layout, because one more widget around the policy would keep a page that is not shown yet from learning how high it is.
class PermissionGroup : public QVBoxLayout {
    Q_OBJECT

public:
    PermissionGroup(PermissionCheck::Need need, TargetIntents& intents);

    /// Takes from \a checks what is of its need. While it \a isChecking no policy is shown, as more may be missing.
    void setChecks(const QList<PermissionCheck>& checks, bool isChecking);

private:
    [[nodiscard]] QWidget* buildHead();
    [[nodiscard]] QWidget* buildPolicy(TargetIntents& intents);
    void nameParts();

    PermissionCheck::Need m_need;
    Label* m_title;
    Label* m_note;
    QWidget* m_head;
    CheckList* m_troubles;
    Label* m_policyText;
    MonoBlock* m_policy;
    QPushButton* m_console;
    QWidget* m_policyPart;
    CheckList* m_others;
};

} // namespace miaobu::app
