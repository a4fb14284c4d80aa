#pragma once

#include <QByteArray>
#include <QImage>

namespace miaobu::app {

/// A picture of a site, ready to be drawn.
struct DecodedImage {
    enum class Problem {
        None,
        Missing, ///< There is no such file.
        Broken, ///< Or of a kind that this program does not read.
        TooLarge, ///< More than 64 million pixels
        RefersElsewhere, ///< A drawing that would load other files
    };

    Problem problem = Problem::None;
    QImage image;
    qint64 bytes = 0;
};

/// Reads a picture of any kind Qt knows, SVG drawings among them. The content is anybody's: nothing it says is loaded, and what would
/// fill the memory is refused. Takes a while; made for the pool.
[[nodiscard]] DecodedImage decodedImage(const QByteArray& content);

} // namespace miaobu::app
