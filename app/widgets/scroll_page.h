#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace miaobu::app {

/// The body of a page: a column with the page's margins that scrolls when the window is too low, and grows no wider
/// than reads well.
class ScrollPage : public QScrollArea {
    Q_OBJECT

public:
    explicit ScrollPage(QWidget* parent = nullptr);

    [[nodiscard]] QVBoxLayout& column() { return *m_column; }

private:
    QVBoxLayout* m_column;
};

} // namespace miaobu::app
