#pragma once

#include "app/screens/reality/reality_state.h"

#include <QWidget>

class QPushButton;

namespace miaobu::app {

class CheckList;
class EmptyState;
class ErrorCard;
class FindingsCard;
class Label;
class PageHeader;

/// Whether the cloud and this computer agree; what differs, in words, and the ways to put it right.
class RealityPage : public QWidget {
    Q_OBJECT

public:
    explicit RealityPage(QWidget* parent = nullptr);

    void setState(const RealityState& state);

signals:
    void backRequested();
    void checkRequested();
    void stopRequested();
    void fixRequested(const miaobu::RealityFinding& finding, miaobu::RealityFix fix);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildHeader();
    QWidget* buildList(Label* title, CheckList* list);
    void retranslate();
    void showHeader();
    void showLists();
    [[nodiscard]] QString agreement() const;

    RealityState m_state;
    PageHeader* m_header;
    Label* m_facts;
    QPushButton* m_back;
    QPushButton* m_check;
    ErrorCard* m_error;
    EmptyState* m_agreement;
    Label* m_partsTitle;
    CheckList* m_parts;
    QWidget* m_partsCard;
    FindingsCard* m_findings;
    Label* m_gapsTitle;
    CheckList* m_gaps;
    QWidget* m_gapsCard;
};

} // namespace miaobu::app
