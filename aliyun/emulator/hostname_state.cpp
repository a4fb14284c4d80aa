#include "aliyun/emulator/hostname_state.h"

#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/json_text.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr int freeLife = 90; // Days

QJsonObject ordersOf(const EsaState& state, const QJsonObject& hostname) {
    return ordersFor(state, hostname.value(u"Hostname"_s).toString());
}

void addChallenge(QJsonObject& model, const QString& host) {
    const QString token = toQt(sha256Hex("challenge " + toStd(host)).substr(0, 43));
    model.insert(u"CertTxtKey"_s, u"_acme-challenge."_s + host);
    model.insert(u"CertTxtValue"_s, token);
    model.insert(u"CertHttpKey"_s, u"http://"_s + host + u"/.well-known/acme-challenge/"_s + token.left(16));
    model.insert(u"CertHttpValue"_s, token);
}

} // namespace

QJsonObject ordersFor(const EsaState& state, const QString& host) {
    const auto found = state.hostnameOrders.find(toStd(host));
    return found == state.hostnameOrders.end() ? QJsonObject() : found->second;
}

bool isVerifiable(const EsaState& state, const QJsonObject& hostname) {
    return ordersOf(state, hostname).value(u"verification"_s).toString(u"passes"_s) == "passes"_L1
        && hasSettled(state, hostname.value(u"createdAt"_s).toInteger());
}

QString hostnameStatus(const EsaState& state, const QJsonObject& hostname) {
    const QJsonObject orders = ordersOf(state, hostname);
    if (orders.contains(u"status"_s)) {
        return orders.value(u"status"_s).toString();
    }
    if (!hostname.contains(u"verifiedAt"_s)) {
        return u"pending"_s;
    }
    return hasSettled(state, hostname.value(u"verifiedAt"_s).toInteger()) ? u"active"_s : u"configuring"_s;
}

QString certificateStatus(const EsaState& state, const QJsonObject& hostname) {
    if (hostname.value(u"SslFlag"_s) != u"on"_s) {
        return {};
    }
    const QJsonObject orders = ordersOf(state, hostname);
    if (orders.contains(u"certStatus"_s)) {
        return orders.value(u"certStatus"_s).toString();
    }
    if (hostname.value(u"CertType"_s) != u"free"_s) {
        return u"OK"_s;
    }
    const bool issued = hostnameStatus(state, hostname) == "active"_L1
        && hasSettled(state, hostname.value(u"certificateAt"_s).toInteger());
    return issued ? u"OK"_s : u"Applying"_s;
}

QJsonObject hostnameModel(const EsaState& state, const QJsonObject& hostname) {
    const QJsonObject orders = ordersOf(state, hostname);
    const QString status = hostnameStatus(state, hostname);
    const QString certificate = certificateStatus(state, hostname);
    QJsonObject model = shown(hostname);
    model.insert(u"Status"_s, status);
    model.insert(u"CertStatus"_s, certificate);
    if (status == "conflicted"_L1) {
        model.insert(u"ConflictWith"_s, orders.value(u"conflictWith"_s).toString(u"existing_custom_hostname"_s));
    } else if (status == "offline"_L1) {
        model.insert(u"OfflineReason"_s, orders.value(u"offlineReason"_s).toString(u"missing_icp"_s));
    }
    if (hostname.value(u"CertType"_s) != u"free"_s || certificate.isEmpty()) {
        return model;
    }
    const bool issued = certificate == "OK"_L1;
    const QString words = issued ? u"issued"_s : certificate == "Applying"_L1 ? u"issuing"_s : u"canceled"_s;
    model.insert(u"CertApplyMessage"_s, orders.value(u"certMessage"_s).toString(words));
    if (issued) {
        const auto since
            = QDateTime::fromMSecsSinceEpoch(hostname.value(u"certificateAt"_s).toInteger(), Qt::UTC).addDays(freeLife);
        model.insert(u"CertNotAfter"_s, since.toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s));
        model.insert(u"CertId"_s, u"free-"_s + QString::number(hostname.value(u"HostnameId"_s).toInteger()));
    } else {
        addChallenge(model, hostname.value(u"Hostname"_s).toString());
    }
    return model;
}

} // namespace miaobu::emulator
