#include "aliyun/emulator/api_action.h"
#include "aliyun/emulator/roa_action.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <algorithm>
#include <optional>
#include <set>

using namespace miaobu;
using namespace Qt::StringLiterals;

namespace {

struct RecordedCall {
    QString version;
    QString action;
    QStringList query;
    QStringList body; ///< Of a form, or the members of a JSON object
};

QJsonDocument documentOf(const QString& name) {
    QFile file(QStringLiteral(RECORDINGS "/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no recordings");
    }
    return QJsonDocument::fromJson(file.readAll());
}

QStringList namesOf(const QJsonValue& pairs) {
    QStringList names;
    for (const QJsonValue& pair : pairs.toArray()) {
        names.append(pair[0].toString());
    }
    return names;
}

QString headerOf(const QJsonObject& request, const QString& name) {
    for (const QJsonValue& header : request.value("headers"_L1).toArray()) {
        if (header[0].toString() == name) {
            return header[1].toString();
        }
    }
    return {};
}

/// What Alibaba Cloud's own clients sent
QList<RecordedCall> recordedCalls() {
    QList<RecordedCall> calls;
    for (const QJsonValue& value : documentOf(u"acs.json"_s).object().value("requests"_L1).toArray()) {
        const QJsonObject request = value.toObject();
        QStringList body = namesOf(request.value("form"_L1));
        if (headerOf(request, u"content-type"_s).startsWith("application/json"_L1)) {
            body += QJsonDocument::fromJson(request.value("body"_L1).toString().toUtf8()).object().keys();
        }
        calls.append({headerOf(request, u"x-acs-version"_s), request.value("action"_L1).toString(),
            namesOf(request.value("query"_L1)), body});
    }
    return calls;
}

/// What their documentation describes
QList<RecordedCall> describedCalls() {
    const QHash<QString, std::string_view> versions{{u"esa"_s, emulator::esaVersion},
        {u"fc"_s, emulator::functionVersion}, {u"alidns"_s, emulator::alidnsVersion},
        {u"acrPersonal"_s, emulator::personalRegistryVersion},
        {u"acrEnterprise"_s, emulator::enterpriseRegistryVersion}};
    QList<RecordedCall> calls;
    for (const QJsonValue& value : documentOf(u"unrecorded.json"_s).array()) {
        const std::string_view version = versions.value(value["service"_L1].toString());
        calls.append({QString::fromLatin1(version), value["action"_L1].toString(), namesOf(value["query"_L1]),
            namesOf(value["form"_L1])});
    }
    return calls;
}

template <typename Action>
std::optional<Action> actionOf(const std::vector<Action>& actions, const RecordedCall& call) {
    const auto found = std::find_if(actions.begin(), actions.end(), [&call](const Action& action) {
        return call.version.toStdString() == action.version && call.action.toStdString() == action.name;
    });
    return found == actions.end() ? std::nullopt : std::optional(*found);
}

} // namespace

/// The lists of parameters, against everything that is known to be sent.
class TestEmulatorActions : public QObject {
    Q_OBJECT

private slots:
    void everyRecordedParameterIsKnown() {
        const auto rpc = emulator::apiActions();
        const auto roa = emulator::roaActions();
        std::set<std::string> looked;
        for (const RecordedCall& call : recordedCalls() + describedCalls()) {
            if (const auto action = actionOf(rpc, call)) {
                looked.insert(std::string(action->version));
                for (const QString& name : call.query + call.body) {
                    QVERIFY2(action->knows(name.toStdString()), qPrintable(call.action + u": "_s + name));
                }
            }
            if (const auto action = actionOf(roa, call)) {
                looked.insert(std::string(action->version));
                for (const QString& name : call.query) {
                    QVERIFY2(action->knows(name.toStdString()), qPrintable(call.action + u": "_s + name));
                }
            }
        }
        // Of every service, and nothing was passed over because its version is called something else
        QCOMPARE(looked.size(), 6U);
    }

    void everyActionIsToldApart() {
        std::set<std::string> seen;
        for (const emulator::ApiAction& action : emulator::apiActions()) {
            QVERIFY2(seen.insert(std::string(action.version) + std::string(action.name)).second, action.name.data());
            std::set<std::string_view> names;
            for (const emulator::ApiParameter& parameter : action.parameters) {
                QVERIFY2(names.insert(parameter.name).second, action.name.data());
                QVERIFY2(!parameter.name.empty(), action.name.data());
            }
        }
    }

    void whatNobodyNamedIsUnknown() {
        for (const emulator::ApiAction& action : emulator::apiActions()) {
            QVERIFY2(!action.knows("Nonsense"), action.name.data());
            QVERIFY2(action.knows("RegionId"), action.name.data());
        }
    }
};

QTEST_GUILESS_MAIN(TestEmulatorActions)
#include "tst_emulator_actions.moc"
