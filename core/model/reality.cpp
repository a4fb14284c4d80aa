#include "core/model/reality.h"

using namespace Qt::StringLiterals;

namespace miaobu {

QString realityKindName(RealityKind kind) {
    switch (kind) {
    case RealityKind::EntryMissing:
        return u"entry-missing"_s;
    case RealityKind::EntryDiffers:
        return u"entry-differs"_s;
    case RealityKind::EntryForeign:
        return u"entry-foreign"_s;
    case RealityKind::EntryUnknown:
        return u"entry-unknown"_s;
    case RealityKind::EntryStray:
        return u"entry-stray"_s;
    case RealityKind::FilesMissing:
        return u"files-missing"_s;
    case RealityKind::FilesUnknown:
        return u"files-unknown"_s;
    case RealityKind::FilesLeftover:
        return u"files-leftover"_s;
    case RealityKind::ProjectUnknown:
        return u"project-unknown"_s;
    case RealityKind::HostnameMissing:
        return u"hostname-missing"_s;
    case RealityKind::HostnameStray:
        return u"hostname-stray"_s;
    case RealityKind::FunctionMissing:
        return u"function-missing"_s;
    case RealityKind::FunctionStray:
        return u"function-stray"_s;
    case RealityKind::RoutineMissing:
        return u"routine-missing"_s;
    case RealityKind::RoutineDiffers:
        return u"routine-differs"_s;
    case RealityKind::RoutineUnrouted:
        break;
    }
    return u"routine-unrouted"_s;
}

QString realityFixName(RealityFix fix) {
    switch (fix) {
    case RealityFix::Adopt:
        return u"adopt"_s;
    case RealityFix::Restore:
        return u"restore"_s;
    case RealityFix::Remove:
        break;
    }
    return u"remove"_s;
}

} // namespace miaobu
