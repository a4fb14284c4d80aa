#pragma once

#include <QByteArray>
#include <QLineEdit>

class QAction;

namespace miaobu::app {

/// A field whose text is hidden until it is asked to be shown, and that keeps nothing of it once it was taken.
class SecretField : public QLineEdit {
    Q_OBJECT

public:
    explicit SecretField(QWidget* parent = nullptr);

    [[nodiscard]] QByteArray secret() const;
    /// Empties the field for good: nothing can be undone. Hides the text again.
    void forget();

protected:
    void changeEvent(QEvent* event) override;

private:
    void setShown(bool shown);

    QAction* m_reveal;
};

} // namespace miaobu::app
