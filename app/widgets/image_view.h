#pragma once

#include <QAbstractScrollArea>
#include <QPixmap>

namespace miaobu::app {

/// A picture on a chequered ground, so that what is transparent is seen to be: as large as there is room for, or pixel by pixel and
/// scrolling. Small pictures are never made larger than they are.
class ImageView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit ImageView(QWidget* parent = nullptr);

    /// A null \a image shows \a words instead.
    void setImage(const QImage& image, const QString& words = {});
    void setFitting(bool fits);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QSize shownSize() const;
    void updateScrollBars();

    QPixmap m_image;
    QString m_words;
    bool m_fits = true;
};

} // namespace miaobu::app
