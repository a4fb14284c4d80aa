#pragma once

#include "core/model/dns_answer.h"
#include "core/net/http_client.h"

#include <QCoro/QCoroTask>
#include <QUrl>

#include <memory>

namespace miaobu {

/// A resolver that answers DNS over HTTPS in JSON: GET {url}?name=…&type=…
struct PublicResolver {
    QString name; ///< "AliDNS"
    QUrl url;

    bool operator==(const PublicResolver&) const = default;
};

/// Those that are asked where nothing else is set: in Mainland China and outside of it.
[[nodiscard]] QList<PublicResolver> usualResolvers();
/// One a line, "AliDNS https://dns.alidns.com/resolve"; what is no https address (or http on this computer) is left out.
[[nodiscard]] QList<PublicResolver> resolversFrom(const QString& text);

/// What the JSON of an answer says about \a name. Bad JSON is an answer that failed.
[[nodiscard]] DnsAnswer dnsAnswerFromJson(const QString& name, DnsType type, const QByteArray& json);
/// The text of a TXT record: its quoted parts joined, or as it is where there are no quotes.
[[nodiscard]] QString textOfRecord(const QString& data);

/// Asks one public resolver. \throws Error(Cancelled) alone: one that cannot be asked is an answer that failed.
QCoro::Task<DnsAnswer> askResolver(std::shared_ptr<HttpClient> client, PublicResolver resolver, QString name,
    DnsType type, std::stop_token stop);

} // namespace miaobu
