#include "app/services_targets.h"

#include "aliyun/target_config.h"

namespace miaobu::app {

TargetConfig targetFromJson(const QByteArray& json) {
    return aliyun::targetConfigFromJson(json);
}

} // namespace miaobu::app
