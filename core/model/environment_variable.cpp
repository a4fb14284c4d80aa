#include "core/model/environment_variable.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

bool isPublicVariable(const QString& name) {
    static const QStringList names{u"NODE_ENV"_s, u"NODE_OPTIONS"_s, u"CI"_s, u"TZ"_s, u"LANG"_s, u"BASE_URL"_s};
    static const QStringList prefixes{u"VITE_"_s, u"NEXT_PUBLIC_"_s, u"NUXT_PUBLIC_"_s, u"PUBLIC_"_s, u"REACT_APP_"_s,
        u"VUE_APP_"_s, u"GATSBY_"_s, u"EXPO_PUBLIC_"_s, u"DOCUSAURUS_"_s};
    return names.contains(name) || std::any_of(prefixes.begin(), prefixes.end(), [&name](const QString& prefix) {
        return name.startsWith(prefix);
    });
}

} // namespace miaobu
