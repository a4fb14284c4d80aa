#include "app/shell/dropped_source.h"

#include <QFileInfo>
#include <QMimeData>
#include <QRegularExpression>
#include <QUrl>

namespace miaobu::app {

namespace {

constexpr qsizetype longestAddress = 512;

/// A web page that holds a repository, or an address that only Git knows.
bool isRepository(const QString& text) {
    static const QRegularExpression git(QStringLiteral(
        R"(^(https?://(github\.com|gitlab\.com|gitee\.com|bitbucket\.org|codeberg\.org)/[^\s/]+/[^\s/]+/?|)"
        R"((https?|ssh|git)://\S+\.git/?|git@[^\s:]+:\S+)$)"));
    return text.size() <= longestAddress && git.match(text).hasMatch();
}

} // namespace

std::optional<Source> droppedSource(const QMimeData& data) {
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isDir()) {
            return Source{SourceKind::Folder, url.toLocalFile(), {}};
        }
        if (isRepository(url.toString())) {
            return Source{SourceKind::Git, url.toString(), {}};
        }
    }
    const QString text = data.text().trimmed();
    return isRepository(text) ? std::optional(Source{SourceKind::Git, text, {}}) : std::nullopt;
}

} // namespace miaobu::app
