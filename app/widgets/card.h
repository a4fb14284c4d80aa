#pragma once

#include <QWidget>

namespace miaobu::app {

/// A white panel with round corners and a hair line; what belongs together stands in one.
class Card : public QWidget {
    Q_OBJECT

public:
    explicit Card(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// A hair line across a card or a page.
class Rule : public QWidget {
    Q_OBJECT

public:
    explicit Rule(QWidget* parent = nullptr);
};

} // namespace miaobu::app
