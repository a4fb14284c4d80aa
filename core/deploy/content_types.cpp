#include "core/deploy/content_types.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

const QHash<QString, QString>& table() {
    static const QHash<QString, QString> types{
        {u"html"_s, u"text/html"_s},
        {u"htm"_s, u"text/html"_s},
        {u"xhtml"_s, u"application/xhtml+xml"_s},
        {u"css"_s, u"text/css"_s},
        {u"js"_s, u"text/javascript"_s},
        {u"mjs"_s, u"text/javascript"_s},
        {u"cjs"_s, u"text/javascript"_s},
        {u"txt"_s, u"text/plain"_s},
        {u"md"_s, u"text/markdown"_s},
        {u"mdx"_s, u"text/markdown"_s},
        {u"csv"_s, u"text/csv"_s},
        {u"tsv"_s, u"text/tab-separated-values"_s},
        {u"ics"_s, u"text/calendar"_s},
        {u"vcf"_s, u"text/vcard"_s},
        {u"vtt"_s, u"text/vtt"_s},
        {u"srt"_s, u"application/x-subrip"_s},
        {u"yaml"_s, u"application/yaml"_s},
        {u"yml"_s, u"application/yaml"_s},
        {u"toml"_s, u"application/toml"_s},
        {u"json"_s, u"application/json"_s},
        {u"map"_s, u"application/json"_s},
        {u"json5"_s, u"application/json5"_s},
        {u"jsonld"_s, u"application/ld+json"_s},
        {u"geojson"_s, u"application/geo+json"_s},
        {u"topojson"_s, u"application/json"_s},
        {u"webmanifest"_s, u"application/manifest+json"_s},
        {u"xml"_s, u"application/xml"_s},
        {u"xsl"_s, u"application/xslt+xml"_s},
        {u"rss"_s, u"application/rss+xml"_s},
        {u"atom"_s, u"application/atom+xml"_s},
        {u"svg"_s, u"image/svg+xml"_s},
        {u"png"_s, u"image/png"_s},
        {u"jpg"_s, u"image/jpeg"_s},
        {u"jpeg"_s, u"image/jpeg"_s},
        {u"gif"_s, u"image/gif"_s},
        {u"webp"_s, u"image/webp"_s},
        {u"avif"_s, u"image/avif"_s},
        {u"apng"_s, u"image/apng"_s},
        {u"ico"_s, u"image/x-icon"_s},
        {u"cur"_s, u"image/x-icon"_s},
        {u"bmp"_s, u"image/bmp"_s},
        {u"tif"_s, u"image/tiff"_s},
        {u"tiff"_s, u"image/tiff"_s},
        {u"heic"_s, u"image/heic"_s},
        {u"jxl"_s, u"image/jxl"_s},
        {u"woff"_s, u"font/woff"_s},
        {u"woff2"_s, u"font/woff2"_s},
        {u"ttf"_s, u"font/ttf"_s},
        {u"otf"_s, u"font/otf"_s},
        {u"ttc"_s, u"font/collection"_s},
        {u"eot"_s, u"application/vnd.ms-fontobject"_s},
        {u"mp3"_s, u"audio/mpeg"_s},
        {u"m4a"_s, u"audio/mp4"_s},
        {u"aac"_s, u"audio/aac"_s},
        {u"ogg"_s, u"audio/ogg"_s},
        {u"oga"_s, u"audio/ogg"_s},
        {u"opus"_s, u"audio/ogg"_s},
        {u"wav"_s, u"audio/wav"_s},
        {u"flac"_s, u"audio/flac"_s},
        {u"weba"_s, u"audio/webm"_s},
        {u"mid"_s, u"audio/midi"_s},
        {u"mp4"_s, u"video/mp4"_s},
        {u"m4v"_s, u"video/mp4"_s},
        {u"webm"_s, u"video/webm"_s},
        {u"ogv"_s, u"video/ogg"_s},
        {u"mov"_s, u"video/quicktime"_s},
        {u"avi"_s, u"video/x-msvideo"_s},
        {u"mkv"_s, u"video/matroska"_s},
        {u"m3u8"_s, u"application/vnd.apple.mpegurl"_s},
        {u"ts"_s, u"video/mp2t"_s},
        {u"mpd"_s, u"application/dash+xml"_s},
        {u"wasm"_s, u"application/wasm"_s},
        {u"pdf"_s, u"application/pdf"_s},
        {u"zip"_s, u"application/zip"_s},
        {u"gz"_s, u"application/gzip"_s},
        {u"tgz"_s, u"application/gzip"_s},
        {u"br"_s, u"application/octet-stream"_s},
        {u"bz2"_s, u"application/x-bzip2"_s},
        {u"xz"_s, u"application/x-xz"_s},
        {u"zst"_s, u"application/zstd"_s},
        {u"7z"_s, u"application/x-7z-compressed"_s},
        {u"tar"_s, u"application/x-tar"_s},
        {u"rar"_s, u"application/vnd.rar"_s},
        {u"epub"_s, u"application/epub+zip"_s},
        {u"rtf"_s, u"application/rtf"_s},
        {u"doc"_s, u"application/msword"_s},
        {u"docx"_s, u"application/vnd.openxmlformats-officedocument.wordprocessingml.document"_s},
        {u"xls"_s, u"application/vnd.ms-excel"_s},
        {u"xlsx"_s, u"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"_s},
        {u"ppt"_s, u"application/vnd.ms-powerpoint"_s},
        {u"pptx"_s, u"application/vnd.openxmlformats-officedocument.presentationml.presentation"_s},
        {u"gltf"_s, u"model/gltf+json"_s},
        {u"glb"_s, u"model/gltf-binary"_s},
        {u"obj"_s, u"model/obj"_s},
        {u"stl"_s, u"model/stl"_s},
        {u"apk"_s, u"application/vnd.android.package-archive"_s},
        {u"pem"_s, u"application/x-pem-file"_s},
        {u"wgsl"_s, u"text/wgsl"_s},
        {u"glsl"_s, u"text/plain"_s},
        {u"log"_s, u"text/plain"_s},
    };
    return types;
}

/// Files without a suffix that have a meaning of their own.
QString typeOfName(const QString& name) {
    if (name == u"apple-app-site-association"_s) {
        return u"application/json"_s;
    }
    for (const QString& text : {u"_headers"_s, u"_redirects"_s, u"CNAME"_s, u"LICENSE"_s, u"README"_s}) {
        if (name == text) {
            return u"text/plain"_s;
        }
    }
    return u"application/octet-stream"_s;
}

bool isText(const QString& type) {
    return type.startsWith(u"text/"_s) || type.endsWith(u"+xml"_s) || type.endsWith(u"json"_s)
        || type == u"application/xml"_s || type == u"application/yaml"_s || type == u"application/toml"_s;
}

} // namespace

QString contentTypeOf(const QString& path) {
    const QString name = path.section(u'/', -1);
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString fallback = typeOfName(name);
    const QString type = dot < 0 ? fallback : table().value(name.mid(dot + 1).toLower(), fallback);
    return isText(type) ? type + u"; charset=utf-8"_s : type;
}

bool isHtml(const QString& path) {
    return path.endsWith(u".html"_s, Qt::CaseInsensitive) || path.endsWith(u".htm"_s, Qt::CaseInsensitive);
}

} // namespace miaobu
