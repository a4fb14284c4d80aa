#pragma once

#include "app/widgets/overlay.h"
#include "core/update/update_check.h"

class QLabel;
class QPushButton;

namespace miaobu::app {

class Label;

/// What this program is, and what helps when something is wrong with it.
class AboutSheet final : public Overlay {
    Q_OBJECT

public:
    explicit AboutSheet(QWidget& window);

    void openSheet();
    /// The report is on the clipboard: says so, and what to do with it.
    void tellCopied();
    void setUpdate(const UpdateState& state);

signals:
    void reportRequested();
    void logsRequested();
    /// To be looked for a newer version now
    void updateLookRequested();
    /// The page of the newer version
    void updatePageRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showUpdate();
    void drawPaw();

    QLabel* m_paw;
    Label* m_title;
    Label* m_what;
    Label* m_versions;
    Label* m_licence;
    Label* m_update;
    QPushButton* m_updateAction;
    Label* m_report;
    QPushButton* m_copy;
    QPushButton* m_logs;
    QPushButton* m_close;
    bool m_isCopied = false;
    UpdateState m_updateState;
};

} // namespace miaobu::app
