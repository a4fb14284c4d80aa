#include "core/dns/doh_client.h"

#include "core/async/error.h"
#include "core/net/http_message.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace miaobu {

namespace {

// RFC 1035, 3.2.2 and 4.1.1; RFC 3596
constexpr int typeA = 1;
constexpr int typeNs = 2;
constexpr int typeCname = 5;
constexpr int typeTxt = 16;
constexpr int typeAaaa = 28;
constexpr int statusNoError = 0;
constexpr int statusNoName = 3;

constexpr qint64 longestAnswer = 64 * 1024;
constexpr qsizetype mostRecords = 100;
constexpr qsizetype longestText = 2048;
constexpr int mostAliases = 16;

QByteArray typeName(DnsType type) {
    switch (type) {
    case DnsType::Txt:
        return "TXT";
    case DnsType::Address:
        return "A";
    case DnsType::NameServer:
        return "NS";
    }
    return {};
}

bool isWanted(int type, DnsType wanted) {
    switch (wanted) {
    case DnsType::Txt:
        return type == typeTxt;
    case DnsType::Address:
        return type == typeA || type == typeAaaa;
    case DnsType::NameServer:
        return type == typeNs;
    }
    return false;
}

QString plainName(QString name) {
    if (name.endsWith(u'.')) {
        name.chop(1);
    }
    return name.toLower();
}

/// The names that a chain of CNAMEs leads through, from \a name on; a circle is left at its beginning.
QStringList aliasesFrom(const QString& name, const QHash<QString, QString>& links) {
    QStringList aliases;
    QString next = links.value(name);
    while (!next.isEmpty() && aliases.size() < mostAliases && next != name && !aliases.contains(next)) {
        aliases.append(next);
        next = links.value(next);
    }
    return aliases;
}

DnsAnswer failed(const QString& problem) {
    DnsAnswer answer;
    answer.outcome = DnsAnswer::Outcome::Failed;
    answer.problem = problem;
    return answer;
}

} // namespace

QList<PublicResolver> usualResolvers() {
    return {{u"AliDNS"_s, QUrl(u"https://dns.alidns.com/resolve"_s)}, {u"DNSPod"_s, QUrl(u"https://doh.pub/resolve"_s)},
        {u"8.8.8.8"_s, QUrl(u"https://8.8.8.8/resolve"_s)}, {u"1.1.1.1"_s, QUrl(u"https://1.1.1.1/dns-query"_s)}};
}

QList<PublicResolver> resolversFrom(const QString& text) {
    QList<PublicResolver> resolvers;
    for (const QString& line : text.split(u'\n')) {
        const QString words = line.simplified();
        const QUrl url(words.section(u' ', -1), QUrl::StrictMode);
        const bool isSafe = url.scheme() == "https"_L1
            || (url.scheme() == "http"_L1 && isLoopbackHost(url.host(QUrl::FullyEncoded).toLatin1()));
        if (isSafe && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasFragment()) {
            const QString name = words.contains(u' ') ? words.section(u' ', 0, -2) : url.host();
            resolvers.append({name, url});
        }
    }
    return resolvers;
}

QString textOfRecord(const QString& data) {
    if (!data.startsWith(u'"')) {
        return data;
    }
    QString text;
    bool isInside = false;
    for (qsizetype i = 0; i < data.size(); ++i) {
        const QChar c = data.at(i);
        if (c == u'"') {
            isInside = !isInside;
        } else if (isInside && c == u'\\' && i + 1 < data.size()) {
            const QString number = data.mid(i + 1, 3);
            bool isNumber = false;
            const uint code = number.size() == 3 ? number.toUInt(&isNumber) : 0;
            text += isNumber ? QChar(code) : data.at(i + 1);
            i += isNumber ? 3 : 1;
        } else if (isInside) {
            text += c;
        }
    }
    return text;
}

DnsAnswer dnsAnswerFromJson(const QString& name, DnsType type, const QByteArray& json) {
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject() || !document[u"Status"_s].isDouble()) {
        return failed(u"no DNS answer in JSON"_s);
    }
    const int status = document[u"Status"_s].toInt(-1);
    if (status != statusNoError && status != statusNoName) {
        return failed(u"DNS error %1"_s.arg(status));
    }
    DnsAnswer answer;
    QHash<QString, QString> links;
    const QJsonArray records = document[u"Answer"_s].toArray();
    for (qsizetype i = 0; i < std::min(records.size(), mostRecords); ++i) {
        const QJsonValue record = records.at(i);
        const QString data = record[u"data"_s].toString().left(longestText);
        const int kind = record[u"type"_s].toInt();
        if (kind == typeCname) {
            links.insert(plainName(record[u"name"_s].toString()), plainName(data));
        } else if (isWanted(kind, type) && !data.isEmpty()) {
            answer.values.append(type == DnsType::Txt ? textOfRecord(data) : plainName(data));
        }
    }
    answer.aliases = aliasesFrom(plainName(name), links);
    const bool isFound = !answer.values.isEmpty() || !answer.aliases.isEmpty();
    answer.outcome = isFound ? DnsAnswer::Outcome::Found : DnsAnswer::Outcome::Nothing;
    return answer;
}

QCoro::Task<DnsAnswer> askResolver(
    std::shared_ptr<HttpClient> client, PublicResolver resolver, QString name, DnsType type, std::stop_token stop) {
    HttpRequest request;
    QUrlQuery query(resolver.url);
    query.addQueryItem(u"name"_s, name);
    query.addQueryItem(u"type"_s, QString::fromLatin1(typeName(type)));
    QUrl url = resolver.url;
    url.setQuery(query);
    request.url = url.toEncoded();
    request.headers = {{"Accept", "application/dns-json, application/json"}};
    request.connectTimeout = 4s;
    request.idleTimeout = 5s;
    request.maximumResponseBytes = longestAnswer;
    DnsAnswer answer;
    try {
        const HttpResponse response = co_await client->send(std::move(request), stop);
        answer = response.status == 200 ? dnsAnswerFromJson(name, type, response.body)
                                        : failed(u"HTTP %1"_s.arg(response.status));
    } catch (const Error& error) {
        if (error.kind == ErrorKind::Cancelled) {
            throw;
        }
        answer = failed(QString::fromUtf8(error.what()));
    }
    answer.source = resolver.name;
    answer.place = DnsAnswer::Place::Resolver;
    co_return DnsAnswer(answer);
}

} // namespace miaobu
