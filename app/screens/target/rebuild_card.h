#pragma once

#include "app/screens/target/rebuild_view.h"
#include "app/widgets/card.h"
#include "app/widgets/check_list.h"

class QPushButton;

namespace miaobu::app {

class BusyRing;
class Label;
class Notice;
class TargetIntents;

/// Puts what the bucket knows of a person's sites back into the list: progress, what was found, what was skipped and why.
class RebuildCard : public Card {
    Q_OBJECT

public:
    explicit RebuildCard(TargetIntents& intents, QWidget* parent = nullptr);

    void setView(const RebuildView& view);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    [[nodiscard]] QString text() const;
    [[nodiscard]] QList<CheckLine> lines() const;

    RebuildView m_view;
    Label* m_title;
    Label* m_text;
    BusyRing* m_ring;
    QPushButton* m_button;
    Notice* m_error;
    CheckList* m_list;
};

} // namespace miaobu::app
