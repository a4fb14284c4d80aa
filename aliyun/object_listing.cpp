#include "aliyun/object_listing.h"

#include "aliyun/wire/encoding.h"
#include "aliyun/wire/xml_tree.h"
#include "core/async/error.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

ObjectPage objectPageFromXml(const QByteArray& xml) {
    const XmlElement root = parseXml(xml);
    if (root.name != "ListBucketResult"_L1) {
        throw Error(ErrorKind::MalformedResponse, u"ListObjectsV2"_s, root.name);
    }
    const bool isEncoded = root.childText(u"EncodingType") == "url"_L1;
    const auto nameOf = [isEncoded](const XmlElement& element, QStringView child) {
        const QString text = element.childText(child);
        return isEncoded ? QString::fromUtf8(percentDecode(text.toUtf8())) : text;
    };
    ObjectPage page;
    for (const XmlElement& child : root.children) {
        if (child.name == "Contents"_L1) {
            page.objects.append({nameOf(child, u"Key"), child.childText(u"Size").toLongLong(), {}});
        } else if (child.name == "CommonPrefixes"_L1) {
            page.folders.append(nameOf(child, u"Prefix"));
        }
    }
    if (root.childText(u"IsTruncated") == "true"_L1) {
        page.continuation = root.childText(u"NextContinuationToken");
        if (page.continuation.isEmpty()) {
            throw Error(
                ErrorKind::MalformedResponse, u"ListObjectsV2"_s, u"a page with a next one does not say which"_s);
        }
    }
    return page;
}

QByteArray deletionToXml(const QStringList& keys) {
    QString xml = u"<Delete><Quiet>true</Quiet>"_s;
    for (const QString& key : keys) {
        // A parser would read a line break or a tab as a space.
        QString escaped = key.toHtmlEscaped();
        escaped.replace(u'\r', "&#13;"_L1).replace(u'\n', "&#10;"_L1).replace(u'\t', "&#9;"_L1);
        xml += "<Object><Key>"_L1 + escaped + "</Key></Object>"_L1;
    }
    return (xml + "</Delete>"_L1).toUtf8();
}

bool fitsXml(const QString& key) {
    return std::none_of(key.begin(), key.end(), [](QChar c) {
        return (c < u' ' && c != u'\t' && c != u'\n' && c != u'\r') || c == QChar(0xfffe) || c == QChar(0xffff);
    });
}

} // namespace miaobu::aliyun
