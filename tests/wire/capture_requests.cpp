#include "aliyun/wire/acr_actions.h"
#include "aliyun/wire/alidns_actions.h"
#include "aliyun/wire/esa_actions.h"
#include "aliyun/wire/fc_actions.h"
#include "aliyun/wire/oss_client.h"
#include "aliyun/wire/post_object.h"
#include "aliyun/wire/sts_actions.h"
#include "core/async/error.h"
#include "tests/net/loopback_server.h"
#include "tests/support/await.h"
#include "tests/wire/recordings.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::aliyun;
using miaobu::test::await;
using miaobu::test::LoopbackServer;
using miaobu::test::pairs;
using miaobu::test::ReceivedRequest;
using miaobu::test::text;

namespace {

/// Makes every call of one list with the program's own clients, at a server that keeps what arrives byte for byte.
class Capture {
public:
    Capture()
        : m_server([](const ReceivedRequest& request, QTcpSocket& socket) {
              socket.write(LoopbackServer::answer(request.line.startsWith("HEAD ") ? "" : "{}"));
          }) { }

    [[nodiscard]] QJsonObject make(const QJsonObject& call) {
        m_server.requests.clear();
        const QByteArray service = text(call, "service");
        if (service == "presigned") {
            return presigned(call);
        }
        send(service, call);
        const ReceivedRequest& request = m_server.requests.first();
        const QByteArrayList line = request.line.split(' ');
        return {{u"method"_s, QString::fromLatin1(line.at(0))}, {u"target"_s, QString::fromLatin1(line.at(1))},
            {u"headers"_s, headersOf(request)}, {u"body"_s, QString::fromLatin1(request.body.toBase64())}};
    }

private:
    void send(const QByteArray& service, const QJsonObject& call) {
        if (service == "oss") {
            await(OssClient(m_client, bucketOf(call), keysOf(call)).call(ossCall(call), {}));
        } else if (service == "form") {
            const FormUpload form = postObjectForm(bucketOf(call), keysOf(call), QDateTime::currentDateTimeUtc(),
                {QString::fromUtf8(text(call, "key"))}, pairs(call, "headers"), {"a.bin", "image/jpeg", "hello"});
            await(sendForm(m_client, form, {}, {}));
        } else if (service == "fc" || service == "acrPersonal") {
            sendRoa(service, call);
        } else {
            sendRpc(service, call);
        }
    }

    void sendRpc(const QByteArray& service, const QJsonObject& call) {
        const Parameters parameters = pairs(call, "parameters");
        const QByteArray action = text(call, "action");
        const bool isEsa = service == "esa";
        const bool isSts = service == "sts";
        const bool isDns = service == "alidns";
        const RpcCall made = isEsa ? esaCall(action, parameters)
            : isSts                ? stsCall(action, parameters)
            : isDns                ? alidnsCall(action, parameters)
                                   : acrEnterpriseCall(action, parameters);
        const QByteArray version = isEsa ? esaVersion
            : isSts                      ? stsVersion
            : isDns                      ? alidnsVersion
                                         : acrEnterpriseVersion;
        await(RpcClient(m_client, {endpoint(), service, version}, keysOf(call)).call(made, {}));
    }

    void sendRoa(const QByteArray& service, const QJsonObject& call) {
        QStringList names;
        for (const QJsonValue& name : call.value("names"_L1).toArray()) {
            names.append(name.toString());
        }
        const bool isFc = service == "fc";
        RoaCall made = isFc ? fcCall(text(call, "action"), names) : acrPersonalCall(text(call, "action"), names);
        made.query = pairs(call, "query");
        if (call.value("json"_L1).isObject()) {
            made.json = call.value("json"_L1).toObject();
        }
        const QByteArray version = isFc ? fcVersion : acrPersonalVersion;
        await(RoaClient(m_client, {endpoint(), service, version}, keysOf(call)).call(made, {}));
    }

    [[nodiscard]] QJsonObject presigned(const QJsonObject& call) const {
        const QByteArray url = ossPresignedUrl(
            bucketOf(call), ossCall(call), keysOf(call), QDateTime::currentDateTimeUtc(), std::chrono::seconds(900));
        const QByteArray origin = m_server.url("");
        return {{u"method"_s, call.value("method"_L1)}, {u"target"_s, QString::fromLatin1(url.sliced(origin.size()))},
            {u"headers"_s, call.value("headers"_L1)}, {u"body"_s, u""_s}};
    }

    static OssCall ossCall(const QJsonObject& call) {
        OssCall made;
        made.method = text(call, "method");
        made.key = QString::fromUtf8(text(call, "key"));
        made.query = pairs(call, "query");
        made.headers = pairs(call, "headers");
        made.body = text(call, "body");
        return made;
    }

    [[nodiscard]] Endpoint endpoint() const { return endpointOf(QUrl(QString::fromLatin1(m_server.url("")))); }
    [[nodiscard]] OssBucket bucketOf(const QJsonObject& call) const {
        return ossBucket(QUrl(QString::fromLatin1(m_server.url(""))), call.value("bucket"_L1).toString(),
            call.value("region"_L1).toString());
    }
    static Credentials keysOf(const QJsonObject& call) {
        return {text(call, "accessKeyId"), text(call, "accessKeySecret"), text(call, "securityToken")};
    }
    static QJsonArray headersOf(const ReceivedRequest& request) {
        QJsonArray headers;
        for (const QByteArray& header : request.head.trimmed().split('\n')) {
            const qsizetype colon = header.indexOf(':');
            headers.append(QJsonArray{QString::fromUtf8(header.first(colon).trimmed()),
                QString::fromUtf8(header.sliced(colon + 1).trimmed())});
        }
        return headers;
    }

    std::shared_ptr<HttpClient> m_client = std::make_shared<HttpClient>();
    LoopbackServer m_server;
};

template <typename Action> QJsonArray namesOf(std::span<const Action> actions) {
    QJsonArray names;
    for (const Action& action : actions) {
        names.append(QString::fromLatin1(action.name));
    }
    return names;
}

} // namespace

/// Reads a list of calls from the standard input; writes what arrived of each, and the names of all actions, to the standard output.
int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    QFile input;
    QFile output;
    if (!input.open(stdin, QIODevice::ReadOnly) || !output.open(stdout, QIODevice::WriteOnly)) {
        return 2;
    }
    Capture capture;
    QJsonArray captured;
    for (const QJsonValue& call : QJsonDocument::fromJson(input.readAll()).array()) {
        captured.append(capture.make(call.toObject()));
    }
    const QJsonObject actions{{u"esa"_s, namesOf(esaActions())}, {u"fc"_s, namesOf(fcActions())},
        {u"sts"_s, namesOf(stsActions())}, {u"alidns"_s, namesOf(alidnsActions())},
        {u"acrPersonal"_s, namesOf(acrPersonalActions())}, {u"acrEnterprise"_s, namesOf(acrEnterpriseActions())}};
    output.write(QJsonDocument(QJsonObject{{u"actions"_s, actions}, {u"captured"_s, captured}}).toJson());
    return 0;
}
