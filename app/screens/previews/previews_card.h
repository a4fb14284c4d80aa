#pragma once

#include "app/screens/previews/previews_intents.h"
#include "app/widgets/card.h"

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace miaobu::app {

class ErrorCard;
class Label;
class PreviewForm;
class PreviewRow;

/// What is shown beside the site: each preview with its address and its state, and the form that makes another one.
class PreviewsCard : public Card {
    Q_OBJECT

public:
    explicit PreviewsCard(QWidget* parent = nullptr);

    void setState(const PreviewsState& state);
    [[nodiscard]] PreviewsIntents& intents() { return m_intents; }

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildTop();
    void retranslate();
    void showRows();
    void showError();
    /// Rows come and go; Tab goes through them as they are read.
    void orderFocus();

    PreviewsIntents m_intents;
    PreviewsState m_state;
    Label* m_title;
    Label* m_text;
    QPushButton* m_new;
    ErrorCard* m_error;
    PreviewForm* m_form;
    QScrollArea* m_area;
    QVBoxLayout* m_column;
    QList<PreviewRow*> m_rows;
};

} // namespace miaobu::app
