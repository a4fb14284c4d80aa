#pragma once

#include <QAbstractButton>

namespace miaobu::app {

/// The way to the command palette, drawn as the field that it opens, with its shortcut.
class PaletteButton final : public QAbstractButton {
    Q_OBJECT

public:
    explicit PaletteButton(QWidget* parent = nullptr);

    void setKeys(const QString& keys);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_keys;
};

} // namespace miaobu::app
