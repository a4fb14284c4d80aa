#include "aliyun/emulator/listeners.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

/// \a hex is four bytes in the order of this computer, the last one first.
QString ipv4(const QString& hex) {
    QStringList parts;
    for (qsizetype at = hex.size() - 2; at >= 0; at -= 2) {
        parts.append(QString::number(hex.sliced(at, 2).toInt(nullptr, 16)));
    }
    return parts.join(u'.');
}

QString hostOf(const QString& hex) {
    constexpr qsizetype ipv4Digits = 8;
    static const QString mapped = u"0000000000000000FFFF0000"_s;
    if (hex.size() == ipv4Digits || hex.startsWith(mapped)) {
        return ipv4(hex.last(ipv4Digits));
    }
    return hex.endsWith(u"01000000"_s) ? u"[::1]"_s : u"[::]"_s;
}

bool isOpen(const QString& host) {
    return host != u"[::1]"_s && !host.startsWith(u"127."_s);
}

} // namespace

std::optional<std::string> listenerIn(std::string_view tables) {
    // One that waits for connections is in state 0A.
    static const QRegularExpression row(
        u"^\\s*\\d+: ([0-9A-F]{32}|[0-9A-F]{8}):([0-9A-F]{4}) \\S+ 0A "_s, QRegularExpression::MultilineOption);
    static const QString resolver = u"127.0.0.11"_s; // Of the engine, in every container
    const QString text = QString::fromUtf8(tables.data(), static_cast<qsizetype>(tables.size()));
    QString found;
    for (auto rows = row.globalMatch(text); rows.hasNext();) {
        const QRegularExpressionMatch match = rows.next();
        const QString host = hostOf(match.captured(1));
        if (host == resolver || (!found.isEmpty() && !isOpen(host))) {
            continue;
        }
        found = host + u':' + QString::number(match.captured(2).toInt(nullptr, 16));
        if (isOpen(host)) {
            break;
        }
    }
    return found.isEmpty() ? std::nullopt : std::optional(found.toStdString());
}

} // namespace miaobu::emulator
