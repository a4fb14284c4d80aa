#pragma once

#include <QUrl>

/// The pages of Alibaba Cloud's consoles that a person is sent to.
namespace miaobu::app::console {

[[nodiscard]] inline QUrl accessKeys() {
    return QUrl(QStringLiteral("https://ram.console.aliyun.com/manage/ak"));
}
[[nodiscard]] inline QUrl ramUsers() {
    return QUrl(QStringLiteral("https://ram.console.aliyun.com/users"));
}
[[nodiscard]] inline QUrl ramPolicies() {
    return QUrl(QStringLiteral("https://ram.console.aliyun.com/policies"));
}
[[nodiscard]] inline QUrl esa() {
    return QUrl(QStringLiteral("https://esa.console.aliyun.com/"));
}

[[nodiscard]] inline QUrl bills() {
    return QUrl(QStringLiteral("https://usercenter2.aliyun.com/finance"));
}
/// Where \a product, as requests name it ("esa", "oss", "fc", "cr"), is activated.
[[nodiscard]] inline QUrl ofProduct(const QString& product) {
    const QString name = product.toLower();
    for (const char* const known : {"esa", "oss", "fc", "cr"}) {
        if (name == QLatin1StringView(known)) {
            return QUrl(QStringLiteral("https://%1.console.aliyun.com/").arg(name));
        }
    }
    return QUrl(QStringLiteral("https://home.console.aliyun.com/"));
}

} // namespace miaobu::app::console
