#include "aliyun/oss_object_store.h"
#include "core/deploy/output_hash.h"
#include "core/deploy/output_walk.h"
#include "core/deploy/publish_plan.h"
#include "core/deploy/publisher.h"
#include "core/net/http_client.h"
#include "tests/bench/measure.h"
#include "tests/support/await.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

/// The store of the emulator that \a order describes.
std::shared_ptr<ObjectStore> storeOf(const QJsonObject& order) {
    const auto text = [&order](const QString& name) { return order.value(name).toString(); };
    const aliyun::OssBucket bucket
        = aliyun::ossBucket(QUrl(text(u"ossEndpoint"_s)), text(u"bucket"_s), text(u"region"_s));
    const aliyun::Credentials credentials{text(u"accessKeyId"_s).toUtf8(), text(u"accessKeySecret"_s).toUtf8(), {}};
    return std::make_shared<aliyun::OssObjectStore>(
        aliyun::OssClient(std::make_shared<HttpClient>(), bucket, credentials));
}

struct Site {
    QList<ManifestFile> files;
    QHash<QString, QString> paths;
};

Site read(const QString& folder) {
    const OutputListing listing
        = walkOutput(folder, false, {.files = 100'000, .bytes = 1LL << 40, .prefixLength = 64}, {});
    Site site;
    for (const HashedFile& hashed : hashFiles(listing.files, {}, {}, {})) {
        site.files.append(hashed.file);
    }
    for (const OutputFile& file : listing.files) {
        site.paths.insert(file.name, file.path);
    }
    return site;
}

QJsonObject publishOnce(const OpenTarget& target, const Site& site, const QString& prefix,
    const std::optional<Manifest>& previous, const QString& previousPrefix) {
    const PublishRequest request{target, prefix, planPublishing(site.files, site.paths, previous, previousPrefix),
        false, [](qint64, qint64) { }};
    QElapsedTimer timer;
    timer.start();
    const PublishResult result = test::await(publish(request, {}), std::chrono::minutes(5));
    return {{u"seconds"_s, bench::seconds(timer)}, {u"files"_s, site.files.size()}, {u"bytesSent"_s, result.bytesSent},
        {u"objectsSent"_s, result.objectsSent}, {u"objectsCopied"_s, result.objectsCopied}};
}

/// Changes one file in a hundred, keeping its size, and gives how many bytes the changed files have.
qint64 changeSome(const Site& site) {
    qint64 bytes = 0;
    for (qsizetype i = 0; i < site.files.size(); i += 100) {
        QFile file(site.paths.value(site.files.at(i).path));
        if (!file.open(QIODevice::ReadWrite) || file.write("changed!") != 8) {
            qFatal("%s cannot be changed", qUtf8Printable(file.fileName()));
        }
        bytes += site.files.at(i).size;
    }
    return bytes;
}

} // namespace

/// Publishes a folder to the emulator that one JSON line on standard input describes, then again with one file in a hundred changed.
int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) {
        return 1;
    }
    const QJsonObject order = QJsonDocument::fromJson(input.readLine()).object();
    const OpenTarget target{.target = {}, .objects = storeOf(order), .router = nullptr};
    const QString folder = order.value(u"folder"_s).toString();

    const Site first = read(folder);
    QJsonObject whole = publishOnce(target, first, u"projects/bench/101"_s, std::nullopt, {});
    whole.insert(u"connections"_s, target.objects->connectionLimit());

    Manifest manifest;
    manifest.files = first.files;
    const qint64 changedBytes = changeSome(first);
    QJsonObject changed = publishOnce(target, read(folder), u"projects/bench/102"_s, manifest, u"projects/bench/101"_s);
    changed.insert(u"changedBytes"_s, changedBytes);
    bench::print({{u"whole"_s, whole}, {u"changed"_s, changed}});
    return 0;
}
