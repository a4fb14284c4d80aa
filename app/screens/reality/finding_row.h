#pragma once

#include "app/screens/reality/reality_state.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace miaobu::app {

class CheckMark;
class Label;

/// One difference in words, with what can be done about it. Deleting asks in place first.
class FindingRow : public QWidget {
    Q_OBJECT

public:
    explicit FindingRow(QWidget* parent = nullptr);

    void setView(const FindingView& view, bool showTarget);

signals:
    void fixRequested(miaobu::RealityFix fix);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildButtons();
    void ask(bool asking);
    void retranslate();
    [[nodiscard]] QString note() const;

    FindingView m_view;
    bool m_showsTarget = false;
    bool m_isAsking = false;
    CheckMark* m_mark;
    Label* m_text;
    Label* m_note;
    Label* m_word;
    QPushButton* m_adopt;
    QPushButton* m_restore;
    QPushButton* m_remove;
    QPushButton* m_cancel;
    QHBoxLayout* m_buttons;
};

} // namespace miaobu::app
