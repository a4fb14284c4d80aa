#include "app/chosen_proxy.h"

#include "core/store/settings_table.h"

namespace miaobu::app {

void useChosenProxy(const Database& database) {
    const QByteArray proxy = SettingsTable(database).value(settings::proxy()).toString().toUtf8();
    if (proxy.isEmpty()) {
        return;
    }
    // curl reads the small names, others the large ones.
    for (const char* name : {"http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"}) {
        qputenv(name, proxy);
    }
}

} // namespace miaobu::app
