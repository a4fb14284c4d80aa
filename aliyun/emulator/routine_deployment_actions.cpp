#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/routine_state.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

void checkReady(const EsaState& state, const std::string& routine, const std::string& number) {
    const QJsonObject version = existingVersion(state, routine, number);
    if (statusOf(state, toQt(routine), version) != "available"_L1) {
        throw ServiceFault{400, "InvalidCodeVersion", "The specified code version is not available yet."};
    }
}

QString deploy(EsaState& state, const ApiParameters& parameters, const QJsonArray& versions) {
    QJsonObject routine = existingRoutine(state, parameters);
    const std::string name = parameters.text("Name");
    for (const QJsonValue& version : versions) {
        checkReady(state, name, toStd(version[u"CodeVersion"_s].toString()));
    }
    const QString id = QString::number(state.nextId());
    routine.insert(toQt(parameters.text("Env")),
        QJsonObject{{u"DeployId"_s, id}, {u"Strategy"_s, u"percentage"_s}, {u"CreationTime"_s, isoNow()},
            {u"CodeVersions"_s, versions}});
    state.routines.put(name, routine);
    state.routinesChanged();
    return id;
}

QJsonObject publish(EsaState& state, const ApiParameters& parameters) {
    checkOneOf(parameters, "Env", {"staging", "production"});
    const QString version = toQt(parameters.text("CodeVersion"));
    deploy(state, parameters, {QJsonObject{{u"CodeVersion"_s, version}, {u"Percentage"_s, 100}}});
    return {{u"CodeVersion"_s, version}};
}

QJsonArray sharesOf(const ApiParameters& parameters) {
    const QJsonArray given
        = QJsonDocument::fromJson(QByteArray::fromStdString(parameters.text("CodeVersions"))).array();
    QJsonArray shares;
    int sum = 0;
    for (const QJsonValue& share : given) {
        const int percentage = share[u"Percentage"_s].toInt();
        const QJsonValue version = share[u"CodeVersion"_s];
        const QString number = version.isString() ? version.toString() : QString::number(version.toInteger());
        shares.append(QJsonObject{{u"CodeVersion"_s, number}, {u"Percentage"_s, percentage}});
        sum += percentage;
    }
    if (shares.isEmpty() || shares.size() > 2 || sum != 100) {
        throw ServiceFault{400, "InvalidCodeVersions", "One or two code versions must share 100 percent."};
    }
    return shares;
}

QJsonObject createDeployment(EsaState& state, const ApiParameters& parameters) {
    checkOneOf(parameters, "Env", {"staging", "production"});
    checkOneOf(parameters, "Strategy", {"percentage"});
    const QJsonArray shares = sharesOf(parameters);
    const QString id = deploy(state, parameters, shares);
    return {{u"DeploymentId"_s, id}, {u"Strategy"_s, u"percentage"_s}, {u"CodeVersions"_s, shares}};
}

QJsonObject getAccessToken(EsaState& state, const ApiParameters& parameters) {
    static_cast<void>(existingRoutine(state, parameters));
    return {{u"Token"_s, toQt(randomHex(32))}};
}

QJsonObject getStagingAddress(EsaState&, const ApiParameters&) {
    return {{u"IPV4"_s, QJsonArray{u"127.0.0.1"_s}}};
}

} // namespace

std::vector<ApiAction> routineDeploymentActions() {
    const ApiParameter name{"Name", true};
    const ApiParameter environment{"Env", true};
    return {
        {esaVersion, "PublishRoutineCodeVersion", "GET|POST", {name, environment, {"CodeVersion", true}},
            onEsa<publish>},
        {esaVersion, "CreateRoutineCodeDeployment", "POST",
            {name, environment, {"Strategy", true}, {"CodeVersions", true}}, onEsa<createDeployment>},
        {esaVersion, "GetRoutineAccessToken", "GET|POST", {name}, onEsa<getAccessToken>},
        {esaVersion, "GetRoutineStagingEnvIp", "GET|POST", {}, onEsa<getStagingAddress>},
    };
}

} // namespace miaobu::emulator
