#include "tests/support/fake_repositories.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QProcessEnvironment>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::test {

namespace {

/// A number that stays the same for the same name.
qint64 numberOf(const QString& fullName) {
    const QByteArray hash = QCryptographicHash::hash(fullName.toUtf8(), QCryptographicHash::Sha256);
    return hash.left(5).toHex().toLongLong(nullptr, 16) + 1;
}

QJsonObject said(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

std::optional<QByteArray> FakeRepositories::git(const QString& fullName, const QStringList& arguments) const {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s);
    process.setProcessEnvironment(environment);
    const QStringList where{
        u"--git-dir="_s + m_folder + u'/' + fullName + u".git"_s, u"-c"_s, u"core.quotePath=false"_s};
    process.start(u"git"_s, where + arguments);
    process.waitForFinished(-1);
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0
        ? std::optional(process.readAllStandardOutput())
        : std::nullopt;
}

QJsonObject FakeRepositories::describe(const QString& owner, const QString& name) const {
    const QString fullName = owner + u'/' + name;
    const QByteArray head = git(fullName, {u"symbolic-ref"_s, u"HEAD"_s}).value_or("refs/heads/main").trimmed();
    const QByteArray seconds
        = git(fullName, {u"log"_s, u"-1"_s, u"--all"_s, u"--format=%ct"_s}).value_or("0").trimmed();
    QJsonObject repository{{u"id"_s, numberOf(fullName)}, {u"name"_s, name}, {u"full_name"_s, fullName},
        {u"owner"_s, QJsonObject{{u"login"_s, owner}, {u"id"_s, numberOf(owner)}}}, {u"private"_s, false},
        {u"archived"_s, false}, {u"fork"_s, false}, {u"description"_s, QJsonValue()}, {u"language"_s, QJsonValue()},
        {u"default_branch"_s, QString::fromUtf8(head).section(u'/', 2)}, {u"size"_s, 12},
        {u"pushed_at"_s, QDateTime::fromSecsSinceEpoch(seconds.toLongLong(), Qt::UTC).toString(Qt::ISODate)}};
    const QJsonObject more = said(m_folder + u'/' + fullName + u".json"_s);
    for (auto member = more.begin(); member != more.end(); ++member) {
        repository.insert(member.key(), member.value());
    }
    return repository;
}

QJsonArray FakeRepositories::all() const {
    QList<QJsonObject> found;
    if (m_folder.isEmpty()) {
        return {};
    }
    for (const QString& owner : QDir(m_folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        for (const QString& name : QDir(m_folder + u'/' + owner).entryList({u"*.git"_s}, QDir::Dirs)) {
            found.append(describe(owner, name.chopped(4)));
        }
    }
    std::ranges::sort(found, [](const QJsonObject& left, const QJsonObject& right) {
        return left.value("pushed_at"_L1).toString() > right.value("pushed_at"_L1).toString();
    });
    QJsonArray list;
    for (const QJsonObject& repository : found) {
        list.append(repository);
    }
    return list;
}

std::optional<QJsonObject> FakeRepositories::find(const QString& nameOrId) const {
    for (const QJsonValue& value : all()) {
        const QJsonObject repository = value.toObject();
        if (repository.value("full_name"_L1).toString().compare(nameOrId, Qt::CaseInsensitive) == 0
            || repository.value("oldName"_L1).toString() == nameOrId
            || QString::number(repository.value("id"_L1).toInteger()) == nameOrId) {
            return repository;
        }
    }
    return std::nullopt;
}

QJsonArray FakeRepositories::branches(const QString& fullName) const {
    QJsonArray list;
    const QByteArray lines
        = git(fullName, {u"for-each-ref"_s, u"--format=%(refname:short) %(objectname)"_s, u"refs/heads"_s})
              .value_or("");
    for (const QByteArray& line : lines.split('\n')) {
        if (const qsizetype space = line.lastIndexOf(' '); space > 0) {
            list.append(QJsonObject{{u"name"_s, QString::fromUtf8(line.first(space))},
                {u"commit"_s, QJsonObject{{u"sha"_s, QString::fromUtf8(line.sliced(space + 1))}}}});
        }
    }
    return list;
}

QString FakeRepositories::commit(const QString& fullName, const QString& reference) const {
    const std::optional<QByteArray> hash = git(
        fullName, {u"rev-parse"_s, u"--verify"_s, u"--quiet"_s, u"--end-of-options"_s, reference + u"^{commit}"_s});
    return QString::fromUtf8(hash.value_or("").trimmed());
}

QJsonObject FakeRepositories::commitObject(const QString& fullName, const QString& hash) const {
    const QList<QByteArray> parts
        = git(fullName, {u"log"_s, u"-1"_s, u"--format=%T%x00%an%x00%aI%x00%B"_s, hash}).value_or("").split('\0');
    const QJsonObject author{
        {u"name"_s, QString::fromUtf8(parts.value(1))}, {u"date"_s, QString::fromUtf8(parts.value(2))}};
    return {{u"sha"_s, hash},
        {u"commit"_s,
            QJsonObject{{u"message"_s, QString::fromUtf8(parts.value(3)).trimmed()}, {u"author"_s, author},
                {u"tree"_s, QJsonObject{{u"sha"_s, QString::fromUtf8(parts.value(0))}}}}}};
}

std::optional<QJsonObject> FakeRepositories::tree(const QString& fullName, const QString& hash) const {
    const std::optional<QByteArray> lines = git(fullName, {u"ls-tree"_s, u"-r"_s, u"-t"_s, u"-l"_s, u"-z"_s, hash});
    if (!lines) {
        return std::nullopt;
    }
    QJsonArray entries;
    for (const QByteArray& line : lines->split('\0')) {
        const QList<QByteArray> words = line.left(line.indexOf('\t')).simplified().split(' ');
        if (words.size() == 4) {
            QJsonObject entry{{u"path"_s, QString::fromUtf8(line.sliced(line.indexOf('\t') + 1))},
                {u"mode"_s, QString::fromUtf8(words.at(0))}, {u"type"_s, QString::fromUtf8(words.at(1))},
                {u"sha"_s, QString::fromUtf8(words.at(2))}};
            if (words.at(1) == "blob") {
                entry.insert(u"size"_s, words.at(3).toLongLong());
            }
            entries.append(entry);
        }
    }
    return QJsonObject{{u"sha"_s, hash}, {u"tree"_s, entries}, {u"truncated"_s, false}};
}

std::optional<QByteArray> FakeRepositories::blob(const QString& fullName, const QString& hash) const {
    return git(fullName, {u"cat-file"_s, u"blob"_s, hash});
}

std::optional<QByteArray> FakeRepositories::file(
    const QString& fullName, const QString& path, const QString& reference) const {
    return git(fullName, {u"show"_s, reference + u':' + path});
}

std::optional<QStringList> FakeRepositories::changed(
    const QString& fullName, const QString& base, const QString& head) const {
    const std::optional<QByteArray> names = git(fullName, {u"diff"_s, u"--name-only"_s, u"-z"_s, base, head});
    return names ? std::optional(QString::fromUtf8(*names).split(QChar(u'\0'), Qt::SkipEmptyParts)) : std::nullopt;
}

bool FakeRepositories::isEmpty(const QString& fullName) const {
    return branches(fullName).isEmpty();
}

} // namespace miaobu::test
