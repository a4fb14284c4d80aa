#pragma once

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace miaobu::app {

/// Text to be taken elsewhere as it is, in the monospace face, with a button that copies it.
class MonoBlock : public QWidget {
    Q_OBJECT

public:
    explicit MonoBlock(QWidget* parent = nullptr);

    /// \a name is what a screen reader calls it.
    void setText(const QString& text, const QString& name);
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QPlainTextEdit* m_text;
    QPushButton* m_copy;
};

} // namespace miaobu::app
