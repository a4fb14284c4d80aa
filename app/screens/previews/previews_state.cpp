#include "app/screens/previews/previews_state.h"

#include <QUrl>

namespace miaobu::app {

QString previewAddress(const PreviewsState& state, const QString& name) {
    const QString slug = state.project.slug;
    const QString label = slug + u'-' + name;
    const QString host = QUrl(state.siteUrl).host();
    return host.startsWith(slug + u'.') ? label + host.sliced(slug.size()) : label;
}

} // namespace miaobu::app
