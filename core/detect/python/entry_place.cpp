#include "core/detect/python/entry_place.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu {

QString pythonModule(const QString& path) {
    QString name = path.endsWith(u".py"_s) ? path.chopped(3) : path;
    if (name.endsWith(u"/__init__"_s)) {
        name.chop(9);
    }
    return name.replace(u'/', u'.');
}

bool isBesideTheApp(const QString& folder) {
    static const QRegularExpression name(
        u"^(?:\\.|tests?\\b|test_|examples?\\b|docs?\\b|demos?\\b|benchmarks?\\b|scripts?\\b|node_modules)"_s);
    return name.match(folder).hasMatch();
}

} // namespace miaobu
