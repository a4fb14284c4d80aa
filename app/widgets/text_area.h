#pragma once

#include <QPlainTextEdit>

namespace miaobu::app {

/// A field of several lines in the monospace face, drawn as the other fields are. Tab leaves it.
class TextArea : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit TextArea(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
};

} // namespace miaobu::app
