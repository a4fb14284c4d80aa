#pragma once

#include "core/ports/object_store.h"

namespace miaobu::aliyun {

/// One page of ListObjectsV2.
struct ObjectPage {
    QList<ObjectInfo> objects;
    QStringList folders; ///< Whole prefixes up to the delimiter: "projects/my-site/"
    QString continuation; ///< Empty on the last page
};

/// \throws Error(MalformedResponse)
[[nodiscard]] ObjectPage objectPageFromXml(const QByteArray& xml);

/// The body of DeleteMultipleObjects. Keys that XML cannot carry have to be removed one by one; see fitsXml().
[[nodiscard]] QByteArray deletionToXml(const QStringList& keys);

/// Whether every character of \a key may stand in an XML 1.0 document.
[[nodiscard]] bool fitsXml(const QString& key);

} // namespace miaobu::aliyun
