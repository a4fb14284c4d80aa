#include "core/deploy/output_names.h"

#include "core/async/error.h"

#include <QStringDecoder>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// \a bytes as they can be shown: nothing in it moves the cursor or hides text.
QString shown(const QByteArray& bytes) {
    QString text = QString::fromUtf8(bytes);
    for (QChar& character : text) {
        if (character.category() == QChar::Other_Control || character.category() == QChar::Other_Format) {
            character = QChar::ReplacementCharacter;
        }
    }
    return text;
}

} // namespace

QString publishedName(const QByteArray& bytes, qsizetype prefixLength) {
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder.decode(bytes);
    if (decoder.hasError()) {
        throw Error(ErrorKind::OutputNameInvalid, shown(bytes), u"not UTF-8"_s);
    }
    const QString name = decoded.normalized(QString::NormalizationForm_C);
    for (const QChar character : name) {
        if (character.category() == QChar::Other_Control || character == u'\\') {
            throw Error(ErrorKind::OutputNameInvalid, shown(bytes), u"a control character or a backslash"_s);
        }
    }
    for (const QString& part : name.split(u'/')) {
        if (part.isEmpty() || part == u"."_s || part == u".."_s) {
            throw Error(ErrorKind::OutputNameInvalid, shown(bytes), u"an empty or relative part"_s);
        }
    }
    if (prefixLength + name.toUtf8().size() > maximumKeyLength) {
        throw Error(ErrorKind::OutputNameInvalid, shown(bytes), u"longer than %1 bytes"_s.arg(maximumKeyLength));
    }
    return name;
}

bool isLeftOut(const QString& path, bool isSource) {
    static const QStringList sourceOnly{u"node_modules"_s, u"package.json"_s, u"package-lock.json"_s, u"miaobu.json"_s,
        u".github"_s, u".gitignore"_s, u".gitattributes"_s, u".gitmodules"_s, u".vscode"_s, u".idea"_s,
        u".editorconfig"_s};
    const QStringList parts = path.split(u'/');
    const QString& name = parts.last();
    if (parts.contains(u".git"_s) || parts.contains(u".hg"_s) || parts.contains(u".svn"_s)
        || parts.first() == u".miaobu"_s) {
        return true;
    }
    if (name == u".env"_s || name.startsWith(u".env."_s) || name == u".npmrc"_s || name == u".DS_Store"_s) {
        return true;
    }
    return isSource && sourceOnly.contains(parts.first());
}

} // namespace miaobu
