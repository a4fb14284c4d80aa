#pragma once

#include "app/theme/tokens.h"

#include <QWidget>

class QPushButton;

namespace miaobu::app {

class Label;

/// A sentence to be read before going on, on the soft colour of its tone, with one way to act on it.
class Notice : public QWidget {
    Q_OBJECT

public:
    explicit Notice(Tone tone, QWidget* parent = nullptr);

    /// An empty \a title or \a action is left out.
    void setWords(const QString& title, const QString& text, const QString& action = {});
    [[nodiscard]] QString text() const;

signals:
    void actionRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone;
    Label* m_title;
    Label* m_text;
    QPushButton* m_action;
};

} // namespace miaobu::app
