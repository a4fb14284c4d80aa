#include "app/cli/target_options.h"

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

struct MemberOption {
    OptionDescription option;
    const char* section; ///< Null: a member of the file itself
    const char* member;
};

const QList<MemberOption>& memberOptions() {
    static const QList<MemberOption> options{
        {{"access-key-id", "ID", [] { return Words::tr("The AccessKey ID; its secret is never an argument."); }},
            nullptr, "accessKeyId"},
        {{"account-id", "DIGITS", [] { return Words::tr("The number of the cloud account."); }}, nullptr, "accountId"},
        {{"region", "REGION", [] { return Words::tr("Where bucket and functions are, such as cn-hangzhou."); }},
            nullptr, "region"},
        {{"base-domain", "DOMAIN", [] { return Words::tr("Sites are served at SLUG.DOMAIN."); }}, nullptr,
            "baseDomain"},
        {{"bucket", "NAME", [] { return Words::tr("The OSS bucket for the files."); }}, "oss", "bucket"},
        {{"oss-endpoint", "URL", [] { return Words::tr("Another address of OSS than the region's."); }}, "oss",
            "endpoint"},
        {{"site-id", "NUMBER", [] { return Words::tr("The ESA site of the domain."); }}, "esa", "siteId"},
        {{"kv-namespace", "NAME", [] { return Words::tr("The Edge KV namespace; miaobu by default."); }}, "esa",
            "kvNamespace"},
        {{"routine", "NAME", [] { return Words::tr("The edge routine; miaobu-router by default."); }}, "esa",
            "routine"},
        {{"esa-endpoint", "URL", [] { return Words::tr("Another address of ESA than the region's."); }}, "esa",
            "endpoint"},
        {{"fc-role", "ARN", [] { return Words::tr("The RAM role that functions run as."); }}, "fc", "role"},
        {{"fc-endpoint", "URL", [] { return Words::tr("Another address of Function Compute than the region's."); }},
            "fc", "endpoint"},
        {{"registry", "HOST", [] { return Words::tr("The host of the container registry."); }}, "acr", "registry"},
        {{"registry-namespace", "NAME", [] { return Words::tr("The namespace in the container registry."); }}, "acr",
            "namespace"},
        {{"registry-instance", "ID", [] { return Words::tr("The Enterprise instance of the container registry."); }},
            "acr", "instanceId"},
        {{"acr-endpoint", "URL", [] { return Words::tr("Another address of Container Registry than the region's."); }},
            "acr", "endpoint"},
        {{"sts-endpoint", "URL", [] { return Words::tr("Another address of STS than the region's."); }}, "sts",
            "endpoint"},
    };
    return options;
}

QJsonValue valueOf(const QString& member, const QString& text) {
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return member == "siteId"_L1 && isNumber ? QJsonValue(number) : QJsonValue(text);
}

} // namespace

QList<OptionDescription> keyOptions() {
    return {
        memberOptions().first().option,
        {"secret-stdin", nullptr,
            [] { return Words::tr("Reads the secret from standard input; a second line is the security token."); }},
        {"expires", "TIME", [] { return Words::tr("When a temporary key ends, such as 2026-12-31T12:00:00Z."); }},
    };
}

QList<OptionDescription> targetOptions() {
    QList<OptionDescription> options = keyOptions();
    options.append({"yes", nullptr, [] { return Words::tr("Does not ask (with setup)."); }});
    for (const MemberOption& member : memberOptions().sliced(1)) {
        options.append(member.option);
    }
    return options;
}

QJsonObject withTargetOptions(QJsonObject file, const QCommandLineParser& options) {
    for (const MemberOption& known : memberOptions()) {
        const QString option = QString::fromLatin1(known.option.name);
        if (!options.isSet(option)) {
            continue;
        }
        const QString member = QString::fromLatin1(known.member);
        const QJsonValue value = valueOf(member, options.value(option));
        if (known.section) {
            const QString section = QString::fromLatin1(known.section);
            QJsonObject object = file.value(section).toObject();
            object.insert(member, value);
            file.insert(section, object);
        } else {
            file.insert(member, value);
        }
    }
    return file;
}

} // namespace miaobu::app
