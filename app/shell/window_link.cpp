#include "app/shell/window_link.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

constexpr qsizetype longestLink = 512;

QString firstCapture(const QString& pattern, const QString& text) {
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).captured(1);
}

/// The address of a repository that a form may be filled with.
std::optional<QUrl> sourceFrom(const QString& encoded) {
    const QString text = QUrl::fromPercentEncoding(encoded.toLatin1());
    static const QRegularExpression printable(u"^[\\x21-\\x7e]+$"_s);
    if (!printable.match(text).hasMatch()) {
        return std::nullopt;
    }
    const QUrl url(text, QUrl::StrictMode);
    const bool isPlain = url.scheme() == "https"_L1 && !url.host().isEmpty() && url.userInfo().isEmpty()
        && !text.contains(u'@') && url.query().isEmpty() && url.fragment().isEmpty() && url.path().size() > 1;
    return url.isValid() && isPlain ? std::optional(url) : std::nullopt;
}

} // namespace

bool isWindowLink(const QString& text) {
    return text.startsWith("miaobu:"_L1);
}

std::optional<WindowLink> parseWindowLink(const QString& text) {
    if (text.size() > longestLink) {
        return std::nullopt;
    }
    WindowLink link;
    link.slug = firstCapture(u"miaobu://project/([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)/?"_s, text);
    if (!link.slug.isEmpty()) {
        return link;
    }
    // Below 2^53, as deployment ids are.
    link.deployment = firstCapture(u"miaobu://deployment/([1-9][0-9]{0,14})/?"_s, text).toLongLong();
    if (link.deployment != 0) {
        link.kind = WindowLink::Kind::Deployment;
        return link;
    }
    const QString encoded = firstCapture(u"miaobu://new/?\\?source=([A-Za-z0-9._~:/%-]+)"_s, text);
    if (const auto source = sourceFrom(encoded)) {
        link.kind = WindowLink::Kind::NewProject;
        link.source = *source;
        return link;
    }
    return std::nullopt;
}

} // namespace miaobu::app
