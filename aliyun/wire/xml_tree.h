#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace miaobu::aliyun {

/// An element of one of the small XML documents OSS answers with.
struct XmlElement {
    QString name;
    QString text; ///< Its own characters, without those of its children
    QList<XmlElement> children;

    /// The text of the first child called \a childName; null where there is none.
    [[nodiscard]] QString childText(QStringView childName) const;
};

/// \throws Error(MalformedResponse) for what is not well-formed, nests deeper than 16 elements or declares a document type.
[[nodiscard]] XmlElement parseXml(const QByteArray& xml);

} // namespace miaobu::aliyun
