#pragma once

#include "app/screens/project/project_state.h"
#include "app/widgets/card.h"

namespace miaobu::app {

class Label;
class Pill;
class ProjectIntents;
class SitePreview;

/// The deployment that answers: what its site looks like, and which one it is.
class LiveCard : public Card {
    Q_OBJECT

public:
    explicit LiveCard(ProjectIntents& intents, QWidget* parent = nullptr);

    void setState(const ProjectState& state);
    void setSite(const SiteView& site);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    ProjectState m_state;
    SiteView m_site;
    SitePreview* m_preview;
    Pill* m_number;
    Label* m_message;
    Label* m_commit;
    Label* m_when;
};

} // namespace miaobu::app
