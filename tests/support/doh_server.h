#pragma once

#include "core/dns/doh_client.h"
#include "tests/net/loopback_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

namespace miaobu::test {

/// Public resolvers that a test scripts: DNS over HTTPS in JSON on loopback, each at a path of its own over the same records.
class DohServer : public LoopbackServer {
public:
    explicit DohServer(QStringList names = {QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")})
        : LoopbackServer([this](const ReceivedRequest& request, QTcpSocket& socket) { reply(request, socket); }),
          m_names(std::move(names)) { }

    [[nodiscard]] QList<PublicResolver> resolvers() const {
        QList<PublicResolver> resolvers;
        for (const QString& name : m_names) {
            resolvers.append({name, QUrl(QString::fromLatin1(url('/' + name.toLatin1())))});
        }
        return resolvers;
    }

    /// As settings have them.
    [[nodiscard]] QString setting() const {
        QStringList lines;
        for (const PublicResolver& resolver : resolvers()) {
            lines.append(resolver.name + QLatin1Char(' ') + resolver.url.toString());
        }
        return lines.join(QLatin1Char('\n'));
    }

    void setTxt(const QString& name, const QStringList& texts, const QString& resolver = {}) {
        QStringList quoted;
        for (const QString& text : texts) {
            quoted.append(QLatin1Char('"') + text + QLatin1Char('"'));
        }
        set(resolver, name, 16, quoted);
    }
    void setCname(const QString& name, const QString& target, const QString& resolver = {}) {
        set(resolver, name, 5, target.isEmpty() ? QStringList() : QStringList(target + QLatin1Char('.')));
    }
    void setNameServers(const QString& zone, const QStringList& servers) { set({}, zone, 2, servers); }
    void setAddresses(const QString& name, const QStringList& addresses, const QString& resolver = {}) {
        set(resolver, name, 1, addresses);
    }

    QStringList failing; ///< Names of resolvers that answer with HTTP 500
    int questions = 0;

private:
    using Key = std::pair<QString, int>;

    void set(const QString& resolver, const QString& name, int type, const QStringList& data) {
        m_records[resolver].insert(Key(name, type), data);
    }

    [[nodiscard]] QStringList recordsOf(const QString& resolver, const QString& name, int type) const {
        const QHash<Key, QStringList> own = m_records.value(resolver);
        const Key key(name, type);
        return own.contains(key) ? own.value(key) : m_records.value({}).value(key);
    }

    static void append(QJsonArray& answer, const QString& name, int type, const QString& data) {
        answer.append(QJsonObject{{QStringLiteral("name"), name + QLatin1Char('.')}, {QStringLiteral("type"), type},
            {QStringLiteral("TTL"), 60}, {QStringLiteral("data"), data}});
    }

    void reply(const ReceivedRequest& request, QTcpSocket& socket) {
        ++questions;
        const QUrl asked(QString::fromLatin1(request.line.split(' ').value(1)));
        const QString resolver = asked.path().mid(1);
        if (failing.contains(resolver)) {
            socket.write(answer("no", "500 Internal Server Error"));
            return;
        }
        const QUrlQuery query(asked);
        const QString kind = query.queryItemValue(QStringLiteral("type"));
        const int type = kind == QStringLiteral("TXT") ? 16 : kind == QStringLiteral("NS") ? 2 : 1;
        QString name = query.queryItemValue(QStringLiteral("name"), QUrl::FullyDecoded).toLower();
        QJsonArray found;
        for (int hop = 0; hop < 8 && !recordsOf(resolver, name, 5).isEmpty(); ++hop) {
            const QString target = recordsOf(resolver, name, 5).first();
            append(found, name, 5, target);
            name = target.chopped(1);
        }
        for (const QString& data : recordsOf(resolver, name, type)) {
            append(found, name, type, data);
        }
        const QJsonObject body{{QStringLiteral("Status"), found.isEmpty() ? 3 : 0}, {QStringLiteral("Answer"), found}};
        socket.write(answer(QJsonDocument(body).toJson(QJsonDocument::Compact)));
    }

    QStringList m_names;
    QHash<QString, QHash<Key, QStringList>> m_records; ///< By resolver; those of the empty name are everybody's.
};

} // namespace miaobu::test
