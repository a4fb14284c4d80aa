#pragma once

#include "app/screens/connect/connect_state.h"
#include "app/widgets/card.h"

#include <QTimer>

class QPushButton;
class QVBoxLayout;

namespace miaobu::app {

class Label;
class Pill;

/// What a person enters elsewhere so that a site of the edge becomes active. It asks by itself to be looked at while it is to be seen.
class SiteProofCard : public Card {
    Q_OBJECT

public:
    explicit SiteProofCard(QWidget* parent = nullptr);

    void setSite(const CloudChoices::Site& site);
    void setProgress(const SiteProgress& progress);

signals:
    void lookRequested(qint64 siteId);
    void copyRequested(const QString& text);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void showRecords();
    void retranslate();

    CloudChoices::Site m_site;
    SiteProgress m_progress;
    QTimer m_again;
    Label* m_title;
    Pill* m_pill;
    Label* m_text;
    QVBoxLayout* m_records;
    QPushButton* m_look;
};

} // namespace miaobu::app
