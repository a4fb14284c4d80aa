#pragma once

#include <QWidget>

class QHBoxLayout;

namespace miaobu::app {

class Label;
class Pill;

/// The top of a page: its name, a state, a line below, and its buttons at the right.
class PageHeader : public QWidget {
    Q_OBJECT

public:
    explicit PageHeader(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    [[nodiscard]] Pill& pill() { return *m_pill; }
    /// Where what is said below the name goes.
    [[nodiscard]] QHBoxLayout& line() { return *m_line; }
    void addButton(QWidget* button);

private:
    Label* m_title;
    Pill* m_pill;
    QHBoxLayout* m_line;
    QHBoxLayout* m_buttons;
};

} // namespace miaobu::app
