#include "app/models/decoded_image.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QSvgRenderer>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

constexpr qint64 mostPixels = 64'000'000;
constexpr qreal longestDrawing = 1600;

struct Drawing {
    bool isSvg = false;
    bool refersElsewhere = false;
};

Drawing lookAt(const QByteArray& content) {
    Drawing drawing;
    if (!content.left(1024).contains("<")) {
        return drawing;
    }
    QXmlStreamReader xml(content);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        drawing.isSvg = drawing.isSvg || xml.name() == "svg"_L1;
        for (const QXmlStreamAttribute& attribute : xml.attributes()) {
            const bool isInside = attribute.value().startsWith(u'#') || attribute.value().startsWith("data:"_L1);
            drawing.refersElsewhere |= xml.name() == "image"_L1 && attribute.name() == "href"_L1 && !isInside;
        }
    }
    return drawing;
}

DecodedImage drawn(const QByteArray& content) {
    QSvgRenderer renderer(content);
    const QSizeF size = renderer.viewBoxF().size();
    if (!renderer.isValid() || size.isEmpty()) {
        return {DecodedImage::Problem::Broken, {}, content.size()};
    }
    const QSizeF own = renderer.defaultSize().isEmpty() ? size : QSizeF(renderer.defaultSize());
    const qreal shrink = qMin(1.0, longestDrawing / qMax(own.width(), own.height()));
    QImage image((own * shrink).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    return {DecodedImage::Problem::None, image, content.size()};
}

} // namespace

DecodedImage decodedImage(const QByteArray& content) {
    if (content.isNull()) {
        return {DecodedImage::Problem::Missing, {}, 0};
    }
    if (const Drawing drawing = lookAt(content); drawing.isSvg) {
        return drawing.refersElsewhere ? DecodedImage{DecodedImage::Problem::RefersElsewhere, {}, content.size()}
                                       : drawn(content);
    }
    QBuffer buffer;
    buffer.setData(content);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (static_cast<qint64>(size.width()) * size.height() > mostPixels) {
        return {DecodedImage::Problem::TooLarge, {}, content.size()};
    }
    const QImage image = reader.read();
    return {image.isNull() ? DecodedImage::Problem::Broken : DecodedImage::Problem::None, image, content.size()};
}

} // namespace miaobu::app
