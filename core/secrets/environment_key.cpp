#include "core/secrets/environment_key.h"

using namespace Qt::StringLiterals;

namespace miaobu {

std::optional<AccessKey> keyInEnvironment(const QProcessEnvironment& environment, const QString& id) {
    const QString named = environment.value(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s);
    const QString secret = environment.value(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s);
    const bool isIt = named.isEmpty() ? !id.isEmpty() : id.isEmpty() || named == id;
    if (!isIt || secret.isEmpty()) {
        return std::nullopt;
    }
    return AccessKey{(named.isEmpty() ? id : named).toUtf8(), secret.toUtf8(),
        environment.value(u"ALIBABA_CLOUD_SECURITY_TOKEN"_s).toUtf8()};
}

} // namespace miaobu
