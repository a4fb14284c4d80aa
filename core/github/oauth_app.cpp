#include "core/github/oauth_app.h"

#include "core/github/github_host.h"
#include "core/store/settings_table.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// Lines of "host id".
QHash<QString, QString> ownIds(const Database& database) {
    QHash<QString, QString> ids;
    const QStringList lines = SettingsTable(database).value(settings::gitHubClientIds()).toString().split(u'\n');
    for (const QString& line : lines) {
        if (const qsizetype space = line.indexOf(u' '); space > 0) {
            ids.insert(line.first(space), line.sliced(space + 1));
        }
    }
    return ids;
}

} // namespace

QString gitHubClientId(const Database& database, const QString& host) {
    const QString own = ownIds(database).value(host);
    return own.isEmpty() && host == gitHubCom ? QString::fromLatin1(MIAOBU_GITHUB_CLIENT_ID) : own;
}

void setGitHubClientId(const Database& database, const QString& host, const QString& clientId) {
    static const QRegularExpression isId(u"^[A-Za-z0-9._-]{8,64}$"_s);
    QHash<QString, QString> ids = ownIds(database);
    if (clientId.isEmpty()) {
        ids.remove(host);
    } else if (isId.match(clientId).hasMatch()) {
        ids.insert(host, clientId);
    } else {
        throw Error(ErrorKind::InvalidInput, clientId, u"a client id such as Ov23li… is expected"_s);
    }
    QStringList lines;
    for (auto id = ids.cbegin(); id != ids.cend(); ++id) {
        lines.append(id.key() + u' ' + id.value());
    }
    lines.sort();
    SettingsTable(database).setValue(settings::gitHubClientIds(), lines.join(u'\n'));
}

QString clientSecretKey(const QString& host) {
    return u"miaobu/github-app/"_s + host;
}

} // namespace miaobu
