#include "aliyun/wire/xml_tree.h"

#include "core/async/error.h"

#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

constexpr int deepest = 16;

XmlElement readElement(QXmlStreamReader& reader, int depth) {
    XmlElement element;
    element.name = reader.name().toString();
    if (depth > deepest) {
        reader.raiseError(u"nested too deeply"_s);
    }
    while (!reader.hasError() && reader.readNext() != QXmlStreamReader::EndElement) {
        if (reader.isStartElement()) {
            element.children.append(readElement(reader, depth + 1));
        } else if (reader.isCharacters()) {
            element.text += reader.text();
        }
    }
    return element;
}

} // namespace

QString XmlElement::childText(QStringView childName) const {
    for (const XmlElement& child : children) {
        if (child.name == childName) {
            return child.text;
        }
    }
    return {};
}

XmlElement parseXml(const QByteArray& xml) {
    QXmlStreamReader reader(xml);
    XmlElement root;
    while (!reader.hasError() && !reader.atEnd()) {
        reader.readNext();
        if (reader.isDTD()) {
            reader.raiseError(u"a document type"_s);
        } else if (reader.isStartElement()) {
            root = readElement(reader, 1);
        }
    }
    if (reader.hasError()) {
        throw Error(ErrorKind::MalformedResponse, u"XML"_s, reader.errorString());
    }
    return root;
}

} // namespace miaobu::aliyun
