#include "app/text/target_text.h"

#include <QCoreApplication>

#include <array>

namespace miaobu::app {

namespace {

struct TargetText {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::TargetText)
};

struct Region {
    const char* id;
    const char* city;
};

constexpr std::array regions{
    Region{"cn-hangzhou", QT_TRANSLATE_NOOP("miaobu::app::TargetText", "Hangzhou")},
    Region{"cn-shanghai", QT_TRANSLATE_NOOP("miaobu::app::TargetText", "Shanghai")},
    Region{"cn-beijing", QT_TRANSLATE_NOOP("miaobu::app::TargetText", "Beijing")},
    Region{"cn-shenzhen", QT_TRANSLATE_NOOP("miaobu::app::TargetText", "Shenzhen")},
    Region{"cn-guangzhou", QT_TRANSLATE_NOOP("miaobu::app::TargetText", "Guangzhou")},
    Region{"cn-chengdu", QT_TRANSLATE_NOOP("miaobu::app::TargetText", "Chengdu")},
    Region{"cn-qingdao", QT_TRANSLATE_NOOP("miaobu::app::TargetText", "Qingdao")},
    Region{"cn-hongkong", QT_TRANSLATE_NOOP("miaobu::app::TargetText", "Hong Kong")},
    Region{"ap-southeast-1", QT_TRANSLATE_NOOP("miaobu::app::TargetText", "Singapore")},
    Region{"ap-northeast-1", QT_TRANSLATE_NOOP("miaobu::app::TargetText", "Tokyo")},
    Region{"us-west-1", QT_TRANSLATE_NOOP("miaobu::app::TargetText", "Silicon Valley")},
    Region{"us-east-1", QT_TRANSLATE_NOOP("miaobu::app::TargetText", "Virginia")},
    Region{"eu-central-1", QT_TRANSLATE_NOOP("miaobu::app::TargetText", "Frankfurt")},
    Region{"eu-west-1", QT_TRANSLATE_NOOP("miaobu::app::TargetText", "London")},
};

} // namespace

QString callerTitle(const CallerIdentity& identity) {
    const QString name = identity.arn.section(u'/', 1);
    switch (identity.kind) {
    case CallerIdentity::Kind::Root:
        return TargetText::tr("Root user");
    case CallerIdentity::Kind::Role:
        return TargetText::tr("Role %1").arg(name);
    case CallerIdentity::Kind::User:
        break;
    }
    return name.isEmpty() ? identity.arn : name;
}

QString regionCity(const QString& region) {
    for (const Region& known : regions) {
        if (region == QLatin1StringView(known.id)) {
            return TargetText::tr(known.city);
        }
    }
    return {};
}

QString regionTitle(const QString& region) {
    const QString city = regionCity(region);
    return city.isEmpty() ? region : TargetText::tr("%1 (%2)").arg(city, region);
}

QStringList knownRegions() {
    QStringList list;
    for (const Region& region : regions) {
        list.append(QString::fromLatin1(region.id));
    }
    return list;
}

} // namespace miaobu::app
