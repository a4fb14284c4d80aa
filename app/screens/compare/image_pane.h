#pragma once

#include "app/models/decoded_image.h"
#include "app/screens/compare/compare_state.h"

#include <QFutureWatcher>
#include <QWidget>

#include <array>

class QPushButton;

namespace miaobu::app {

class ImageView;
class Label;

/// A picture as two deployments have it, side by side.
class ImagePane : public QWidget {
    Q_OBJECT

public:
    explicit ImagePane(QWidget* parent = nullptr);
    ~ImagePane() override;

    void setFile(const FileState& file);

signals:
    void decoded();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Side {
        Label* title = nullptr;
        ImageView* view = nullptr;
        DecodedImage image;
    };
    void retranslate();
    void show(Side& side, const QString& title) const;

    FileState m_file;
    std::array<Side, 2> m_sides;
    QPushButton* m_fit;
    QFutureWatcher<std::pair<DecodedImage, DecodedImage>> m_decoding;
};

} // namespace miaobu::app
