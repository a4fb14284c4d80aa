#pragma once

#include "core/async/cancel.h"
#include "core/async/error.h"
#include "core/async/sleep.h"
#include "core/model/crc64.h"
#include "core/ports/targets.h"

#include <QFile>
#include <QMap>

#include <functional>

namespace miaobu::test {

/// A cloud in memory with a counter of calls, so that any one of them can be made to fail or to stop the world.
struct MemoryCloud {
    struct Object {
        QByteArray content;
        ObjectHeaders headers;
    };

    QMap<QString, Object> objects;
    QMap<QString, QByteArray> entries;
    QMap<QString, CustomHostname> hostnames;
    bool verifiesHosts = true;
    CustomHostname::Certificate certificate
        = CustomHostname::Certificate::Issued; ///< What is given when one is asked for
    QMap<QString, FunctionState> functions;
    QMap<QString, QByteArray> built; ///< Image → the main.py it was built from
    QByteArray said; ///< What the functions have said, all in one
    QStringList images; ///< "repository:tag"
    RoutineStatus routine{QStringLiteral("miaobu-router"), RoutineStatus::Production::Ours, {}, true};
    QStringList targets{localTargetName};
    QStringList unreachable; ///< Names of targets that cannot be opened
    int calls = 0;
    int failCall = 0; ///< Which call fails; 0: none.
    bool failForEver = false; ///< Every call from failCall on.
    bool doBeforeFailing = false; ///< The call is done and its answer lost.
    int purges = 0;
    bool edgeAnswers = true;
    QList<bool> follows; ///< Whether the edge follows the entries already, for the next questions; then it does.
    std::function<void(int call, const QString& name)> onCall;

    /// \returns whether the call is to be done; throws afterwards when fails() says so.
    void begin(const QString& name) {
        ++calls;
        if (onCall) {
            onCall(calls, name);
        }
        if (fails() && !doBeforeFailing) {
            throw Error(ErrorKind::ServiceError, name);
        }
    }

    void end(const QString& name) const {
        if (fails() && doBeforeFailing) {
            throw Error(ErrorKind::ConnectionLost, name);
        }
    }

    [[nodiscard]] bool fails() const { return failCall > 0 && (failForEver ? calls >= failCall : calls == failCall); }

    /// What a function runs: the main.py of its image or package.
    [[nodiscard]] QByteArray code(const FunctionSpecification& specification) const {
        return specification.image.isEmpty() ? objects.value(specification.codeObject).content
                                             : built.value(specification.image);
    }

    /// What a visitor of \a host gets from the web app: its main.py and its variable MESSAGE; "gone" when nothing answers.
    [[nodiscard]] QString visitApp(const QString& host) const {
        const QString endpoint
            = entries.contains(host) ? routingEntryFromJson(entries.value(host)).functionEndpoint : QString();
        const QString name = endpoint.section(u'/', -1);
        if (endpoint.isEmpty() || !functions.contains(name)) {
            return QStringLiteral("gone");
        }
        const FunctionSpecification running = functions.value(name).specification;
        return QString::fromUtf8(code(running)) + u' ' + running.environment.value(QStringLiteral("MESSAGE"));
    }

    /// What a visitor of \a host gets for \a path: the content, or nothing.
    [[nodiscard]] std::optional<QByteArray> visit(const QString& host, const QString& path) const {
        if (!entries.contains(host)) {
            return std::nullopt;
        }
        const QString key = routingEntryFromJson(entries.value(host)).objectPath + u'/' + path;
        return objects.contains(key) ? std::optional(objects.value(key).content) : std::nullopt;
    }
};

class MemoryStore final : public ObjectStore {
public:
    explicit MemoryStore(MemoryCloud& cloud) : m_cloud(cloud) { }

    QCoro::Task<> putFile(
        QString key, QString path, quint64 crc64, ObjectHeaders headers, std::stop_token stop) override {
        co_await step(QStringLiteral("putFile"), stop);
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            throw Error(ErrorKind::FileSystem, path);
        }
        const QByteArray content = file.readAll();
        if (miaobu::crc64(content) != crc64) {
            throw Error(ErrorKind::ChecksumMismatch, key);
        }
        m_cloud.objects.insert(key, {content, headers});
        m_cloud.end(QStringLiteral("putFile"));
    }

    QCoro::Task<> put(QString key, QByteArray content, ObjectHeaders headers, std::stop_token stop) override {
        co_await step(QStringLiteral("put"), stop);
        m_cloud.objects.insert(key, {content, headers});
        m_cloud.end(QStringLiteral("put"));
    }

    QCoro::Task<> copy(QString from, QString to, ObjectHeaders headers, std::stop_token stop) override {
        co_await step(QStringLiteral("copy"), stop);
        if (!m_cloud.objects.contains(from)) {
            throw Error(ErrorKind::NotFound, from);
        }
        m_cloud.objects.insert(to, {m_cloud.objects.value(from).content, headers});
        m_cloud.end(QStringLiteral("copy"));
    }

    QCoro::Task<QByteArray> get(QString key, std::stop_token stop) override {
        co_await step(QStringLiteral("get"), stop);
        if (!m_cloud.objects.contains(key)) {
            throw Error(ErrorKind::NotFound, key);
        }
        co_return m_cloud.objects.value(key).content;
    }

    QCoro::Task<std::optional<ObjectInfo>> head(QString key, std::stop_token stop) override {
        co_await step(QStringLiteral("head"), stop);
        if (!m_cloud.objects.contains(key)) {
            co_return std::nullopt;
        }
        const QByteArray content = m_cloud.objects.value(key).content;
        co_return ObjectInfo{key, content.size(), crc64(content)};
    }

    QCoro::Task<QList<ObjectInfo>> list(QString prefix, std::stop_token stop) override {
        co_await step(QStringLiteral("list"), stop);
        QList<ObjectInfo> found;
        for (auto it = m_cloud.objects.cbegin(); it != m_cloud.objects.cend(); ++it) {
            if (it.key().startsWith(prefix)) {
                found.append({it.key(), it->content.size(), {}});
            }
        }
        co_return found;
    }

    QCoro::Task<QStringList> folders(QString prefix, std::stop_token stop) override {
        co_await step(QStringLiteral("folders"), stop);
        QStringList names;
        for (auto it = m_cloud.objects.cbegin(); it != m_cloud.objects.cend(); ++it) {
            const qsizetype slash = it.key().startsWith(prefix) ? it.key().indexOf(u'/', prefix.size()) : -1;
            const QString name = slash < 0 ? QString() : it.key().sliced(prefix.size(), slash - prefix.size());
            if (!name.isEmpty() && !names.contains(name)) {
                names.append(name);
            }
        }
        co_return names;
    }

    QCoro::Task<> remove(QStringList keys, std::stop_token stop) override {
        co_await step(QStringLiteral("remove"), stop);
        for (const QString& key : keys) {
            m_cloud.objects.remove(key);
        }
        m_cloud.end(QStringLiteral("remove"));
    }

    int connectionLimit() const override { return 4; }

private:
    QCoro::Task<> step(QString name, std::stop_token stop) {
        co_await sleepFor(std::chrono::milliseconds(0), stop);
        m_cloud.begin(name);
    }

    MemoryCloud& m_cloud;
};

class MemoryRouter final : public EdgeRouter {
public:
    explicit MemoryRouter(MemoryCloud& cloud) : m_cloud(cloud) { }

    QCoro::Task<> writeEntry(QString host, RoutingEntry entry, std::stop_token stop) override {
        co_await step(QStringLiteral("writeEntry"), stop);
        m_cloud.entries.insert(host, toJson(entry));
        m_cloud.end(QStringLiteral("writeEntry"));
    }

    QCoro::Task<std::optional<RoutingEntry>> readEntry(QString host, std::stop_token stop) override {
        co_await step(QStringLiteral("readEntry"), stop);
        if (!m_cloud.entries.contains(host)) {
            co_return std::nullopt;
        }
        co_return routingEntryFromJson(m_cloud.entries.value(host));
    }

    QCoro::Task<QStringList> hosts(std::stop_token stop) override {
        co_await step(QStringLiteral("hosts"), stop);
        co_return m_cloud.entries.keys();
    }

    QCoro::Task<> removeEntry(QString host, std::stop_token stop) override {
        co_await step(QStringLiteral("removeEntry"), stop);
        m_cloud.entries.remove(host);
        m_cloud.end(QStringLiteral("removeEntry"));
    }

    QCoro::Task<> purge(QStringList, std::stop_token stop) override {
        co_await step(QStringLiteral("purge"), stop);
        ++m_cloud.purges;
    }

    QCoro::Task<EdgeAnswer> ask(QString host, std::stop_token stop) override {
        co_await step(QStringLiteral("ask"), stop);
        if (!m_cloud.follows.isEmpty() && !m_cloud.follows.takeFirst()) {
            co_return EdgeAnswer{200, 1};
        }
        if (!m_cloud.edgeAnswers || !m_cloud.entries.contains(host)) {
            co_return EdgeAnswer{404, 0};
        }
        co_return EdgeAnswer{200, routingEntryFromJson(m_cloud.entries.value(host)).deployment};
    }

private:
    QCoro::Task<> step(QString name, std::stop_token stop) {
        co_await sleepFor(std::chrono::milliseconds(0), stop);
        m_cloud.begin(name);
    }

    MemoryCloud& m_cloud;
};

class MemoryDomains final : public DomainHost {
public:
    explicit MemoryDomains(MemoryCloud& cloud) : m_cloud(cloud) { }

    QString cnameTarget() const override { return QStringLiteral("cname.localhost"); }

    QCoro::Task<bool> needsIcp(std::stop_token) override { co_return false; }

    QCoro::Task<QList<CustomHostname>> list(std::stop_token) override {
        m_cloud.begin(QStringLiteral("listHostnames"));
        co_return m_cloud.hostnames.values();
    }

    QCoro::Task<std::optional<CustomHostname>> find(QString host, std::stop_token) override {
        m_cloud.begin(QStringLiteral("findHostname"));
        co_return m_cloud.hostnames.contains(host) ? std::optional(m_cloud.hostnames.value(host)) : std::nullopt;
    }

    QCoro::Task<CustomHostname> add(QString host, std::stop_token) override {
        m_cloud.begin(QStringLiteral("addHostname"));
        CustomHostname hostname;
        hostname.id = m_cloud.hostnames.size() + 1;
        hostname.host = host;
        m_cloud.hostnames.insert(host, hostname);
        co_return hostname;
    }

    QCoro::Task<bool> verify(qint64 id, std::stop_token) override {
        for (CustomHostname& hostname : m_cloud.hostnames) {
            if (hostname.id == id && m_cloud.verifiesHosts) {
                hostname.state = CustomHostname::State::Active;
            }
        }
        co_return m_cloud.verifiesHosts;
    }

    QCoro::Task<> requestCertificate(qint64 id, std::stop_token) override {
        for (CustomHostname& hostname : m_cloud.hostnames) {
            if (hostname.id == id) {
                hostname.certificate = m_cloud.certificate;
                hostname.certificateExpiry = QDateTime::currentDateTimeUtc().addDays(90);
            }
        }
        co_return;
    }

    QCoro::Task<> remove(qint64 id, std::stop_token) override {
        m_cloud.begin(QStringLiteral("removeHostname"));
        m_cloud.hostnames.removeIf([id](const auto& entry) { return entry->id == id; });
        m_cloud.end(QStringLiteral("removeHostname"));
        co_return;
    }

private:
    MemoryCloud& m_cloud;
};

/// Runs what was "built" from a main.py. One with "broken" in it does not start, and leaves what ran before; one with "unwell" starts
/// and answers 503; one with "on port 8000" listens there, whatever it is told; one with "pending" never gets ready.
class MemoryFunctions final : public FunctionHost {
public:
    explicit MemoryFunctions(MemoryCloud& cloud) : m_cloud(cloud) { }

    QCoro::Task<std::optional<FunctionState>> find(QString name, std::stop_token) override {
        m_cloud.begin(QStringLiteral("findFunction"));
        if (!m_cloud.functions.contains(name)) {
            co_return std::nullopt;
        }
        FunctionState state = m_cloud.functions.value(name);
        // As Function Compute: it does not say where code lies.
        state.specification.codeBucket.clear();
        state.specification.codeObject.clear();
        co_return std::optional(state);
    }

    QCoro::Task<QStringList> list(QString prefix, std::stop_token) override {
        m_cloud.begin(QStringLiteral("listFunctions"));
        co_return m_cloud.functions.keys().filter(prefix);
    }

    QCoro::Task<FunctionState> put(FunctionSpecification specification, std::stop_token stop) override {
        co_await sleepFor(std::chrono::milliseconds(0), stop);
        m_cloud.begin(QStringLiteral("putFunction"));
        const QByteArray code = m_cloud.code(specification);
        m_cloud.said += code + " says hello\n";
        if (code.contains("pending")) {
            throw Error(ErrorKind::FunctionNotReady, specification.name, QStringLiteral("Function creating"));
        }
        const bool isElsewhere = code.contains("on port 8000") && specification.port != 8000;
        if (code.isEmpty() || code.contains("broken") || isElsewhere) {
            throw Error(ErrorKind::FunctionFailed, specification.name, QStringLiteral("exit code 3"));
        }
        FunctionState state{specification, FunctionState::State::Active, false, false, {}, {}};
        state.endpoint = QStringLiteral("http://127.0.0.1:9000/") + specification.name;
        m_cloud.functions.insert(specification.name, state);
        m_cloud.end(QStringLiteral("putFunction"));
        co_return FunctionState(state);
    }

    QCoro::Task<FunctionAnswer> ask(QString endpoint, QString, std::stop_token stop) override {
        co_await sleepFor(std::chrono::milliseconds(0), stop);
        m_cloud.begin(QStringLiteral("askFunction"));
        const QString name = endpoint.section(u'/', -1);
        const bool isWell = !m_cloud.code(m_cloud.functions.value(name).specification).contains("unwell");
        co_return FunctionAnswer{isWell ? 200 : 503, {}};
    }

    QCoro::Task<> remove(QString name, std::stop_token) override {
        m_cloud.begin(QStringLiteral("removeFunction"));
        m_cloud.functions.remove(name);
        m_cloud.end(QStringLiteral("removeFunction"));
        co_return;
    }

private:
    MemoryCloud& m_cloud;
};

class MemoryRuntimeLog final : public RuntimeLog {
public:
    explicit MemoryRuntimeLog(MemoryCloud& cloud) : m_cloud(cloud) { }

    QCoro::Task<RuntimeLogPiece> read(QString, QString cursor, std::stop_token) override {
        co_return RuntimeLogPiece{m_cloud.said.mid(cursor.toInt()), QString::number(m_cloud.said.size()), false};
    }

private:
    MemoryCloud& m_cloud;
};

class MemoryImages final : public ImageRegistry {
public:
    explicit MemoryImages(MemoryCloud& cloud) : m_cloud(cloud) { }

    QCoro::Task<RegistryLogin> login(std::stop_token) override { co_return RegistryLogin{}; }
    QCoro::Task<QString> prepare(QString repository, std::stop_token) override { co_return repository; }

    QCoro::Task<QStringList> tags(QString repository, std::stop_token) override {
        m_cloud.begin(QStringLiteral("tags"));
        QStringList tags;
        for (const QString& image : std::as_const(m_cloud.images)) {
            if (image.startsWith(repository + u':')) {
                tags.append(image.section(u':', 1));
            }
        }
        co_return tags;
    }

    QCoro::Task<> removeTag(QString repository, QString tag, std::stop_token) override {
        m_cloud.begin(QStringLiteral("removeTag"));
        m_cloud.images.removeAll(repository + u':' + tag);
        m_cloud.end(QStringLiteral("removeTag"));
        co_return;
    }

private:
    MemoryCloud& m_cloud;
};

class MemoryRoutine final : public RoutineHost {
public:
    explicit MemoryRoutine(MemoryCloud& cloud) : m_cloud(cloud) { }

    QCoro::Task<RoutineStatus> status(std::stop_token) override {
        m_cloud.begin(QStringLiteral("routineStatus"));
        const RoutineStatus status = m_cloud.routine;
        co_return status;
    }

    QCoro::Task<RoutineStatus> install(Progress, std::stop_token) override {
        m_cloud.routine.production = RoutineStatus::Production::Ours;
        m_cloud.routine.isRouted = true;
        const RoutineStatus status = m_cloud.routine;
        co_return status;
    }

    QCoro::Task<RoutineStatus> publish(QString, std::stop_token) override {
        const RoutineStatus status = m_cloud.routine;
        co_return status;
    }

private:
    MemoryCloud& m_cloud;
};

class MemoryTargets final : public Targets {
public:
    explicit MemoryTargets(MemoryCloud& cloud) : m_cloud(cloud) { }

    QStringList names() const override { return m_cloud.targets; }

    QCoro::Task<OpenTarget> open(QString name, std::stop_token stop) override {
        co_await sleepFor(std::chrono::milliseconds(0), stop);
        if (!m_cloud.targets.contains(name)) {
            throw Error(ErrorKind::TargetUnknown, name);
        }
        if (m_cloud.unreachable.contains(name)) {
            throw Error(ErrorKind::KeychainLocked, name);
        }
        OpenTarget target{{name, QStringLiteral("localhost"), QStringLiteral("http"), 8000},
            std::make_shared<MemoryStore>(m_cloud), std::make_shared<MemoryRouter>(m_cloud)};
        target.domains = std::make_shared<MemoryDomains>(m_cloud);
        target.functions = std::make_shared<MemoryFunctions>(m_cloud);
        target.images = std::make_shared<MemoryImages>(m_cloud);
        target.runtimeLog = std::make_shared<MemoryRuntimeLog>(m_cloud);
        target.routine = std::make_shared<MemoryRoutine>(m_cloud);
        co_return target;
    }

private:
    MemoryCloud& m_cloud;
};

} // namespace miaobu::test
