#pragma once

#include "app/text/error_words.h"
#include "app/widgets/card.h"

class QPlainTextEdit;
class QPushButton;

namespace miaobu::app {

class Label;

/// An error where it happened: what, why, what to do, one button that helps, and what the tool said under Details.
class ErrorCard : public Card {
    Q_OBJECT

public:
    explicit ErrorCard(QWidget* parent = nullptr);

    void setError(const ErrorWords& words, const QString& said);

signals:
    void actionRequested(miaobu::app::ErrorAction action);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showDetails(bool shown);

    ErrorWords m_words;
    QString m_said;
    Label* m_what;
    Label* m_why;
    Label* m_next;
    QPushButton* m_action;
    QPushButton* m_fold;
    QPlainTextEdit* m_details;
};

} // namespace miaobu::app
