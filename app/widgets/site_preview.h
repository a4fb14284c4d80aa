#pragma once

#include <QAbstractButton>
#include <QPixmap>

namespace miaobu::app {

/// What a site looks like, as the top of a card that opens it: its picture from the top edge, or what the page says
/// of itself.
class SitePreview : public QAbstractButton {
    Q_OBJECT

public:
    explicit SitePreview(QWidget* parent = nullptr);

    /// A null \a image shows \a icon (may be null), \a title and \a description instead, which are anybody's words.
    void setSite(const QString& title, const QString& description, const QImage& image, const QImage& icon);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void paintImage(QPainter& painter);
    void paintWords(QPainter& painter) const;

    QString m_title;
    QString m_description;
    QImage m_image;
    QImage m_icon;
    QPixmap m_scaled; ///< The picture at the width and scale it was drawn with last
};

} // namespace miaobu::app
