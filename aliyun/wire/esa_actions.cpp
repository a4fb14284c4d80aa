#include "aliyun/wire/esa_actions.h"

#include "core/async/error.h"

#include <array>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

enum class Placement { Query, Form };

struct Action {
    QByteArrayView name;
    QByteArrayView method;
    Placement placement; ///< Of every parameter that is not in \c inForm
    QByteArrayView inForm{}; ///< The one parameter that goes into the body although the others do not
};

constexpr std::array actions{
    Action{"PutKv", "POST", Placement::Query, "Value"},
    Action{"BatchPutKv", "POST", Placement::Query, "KvList"},
    Action{"BatchDeleteKv", "POST", Placement::Query, "Keys"},
    Action{"GetKv", "GET", Placement::Query},
    Action{"GetKvDetail", "POST", Placement::Query},
    Action{"DeleteKv", "GET", Placement::Query},
    Action{"ListKvs", "GET", Placement::Query},
    Action{"CreateKvNamespace", "POST", Placement::Form},
    Action{"GetKvNamespace", "GET", Placement::Query},
    Action{"GetKvAccount", "GET", Placement::Query},
    Action{"PutKvWithHighCapacity", "POST", Placement::Query},
    Action{"BatchPutKvWithHighCapacity", "POST", Placement::Query},
    Action{"CreateCustomHostname", "POST", Placement::Query},
    Action{"GetCustomHostname", "POST", Placement::Query},
    Action{"ListCustomHostnames", "POST", Placement::Query},
    Action{"VerifyCustomHostname", "POST", Placement::Query},
    Action{"UpdateCustomHostname", "POST", Placement::Query},
    Action{"DeleteCustomHostname", "POST", Placement::Query},
    Action{"ApplyCustomHostnameCertificate", "POST", Placement::Query},
    Action{"PurgeCaches", "POST", Placement::Query},
    Action{"GetPurgeQuota", "POST", Placement::Query},
    Action{"DescribePurgeTasks", "GET", Placement::Query},
    Action{"GetErService", "GET", Placement::Query},
    Action{"CreateRoutine", "POST", Placement::Form},
    Action{"GetRoutine", "POST", Placement::Form},
    Action{"GetRoutineStagingCodeUploadInfo", "POST", Placement::Form},
    Action{"CommitRoutineStagingCode", "POST", Placement::Form},
    Action{"GetRoutineCodeVersionInfo", "POST", Placement::Form},
    Action{"PublishRoutineCodeVersion", "POST", Placement::Form},
    Action{"CreateRoutineCodeDeployment", "POST", Placement::Form},
    Action{"CreateRoutineWithAssetsCodeVersion", "POST", Placement::Form},
    Action{"CreateRoutineRelatedRecord", "POST", Placement::Form},
    Action{"ListRoutineCodeVersions", "POST", Placement::Form},
    Action{"DeleteRoutineCodeVersion", "POST", Placement::Form},
    Action{"CreateRoutineRoute", "POST", Placement::Query},
    Action{"ListSites", "GET", Placement::Query},
    Action{"GetSite", "GET", Placement::Query},
    Action{"ListRecords", "GET", Placement::Query},
    Action{"CreateRecord", "POST", Placement::Query},
};

} // namespace

RpcCall esaCall(const QByteArray& action, const Parameters& parameters) {
    for (const Action& known : actions) {
        if (known.name != action) {
            continue;
        }
        RpcCall call;
        call.action = action;
        call.method = known.method.toByteArray();
        for (const Parameter& parameter : parameters) {
            const bool inForm = known.placement == Placement::Form || known.inForm == parameter.first;
            (inForm ? call.form : call.query).append(parameter);
        }
        return call;
    }
    throw Error(ErrorKind::Internal, QString::fromLatin1(action), u"not in the table of ESA's actions"_s);
}

} // namespace miaobu::aliyun
