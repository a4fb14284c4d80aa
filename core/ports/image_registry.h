#pragma once

#include <QByteArray>
#include <QCoro/QCoroTask>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <stop_token>

namespace miaobu {

/// What `docker login` takes. Good for about an hour; never in an argument, a URL or a log.
struct RegistryLogin {
    QString host; ///< "registry.cn-hangzhou.aliyuncs.com", "127.0.0.1:5000"
    QString user;
    QByteArray password;
    QDateTime expiresAt; ///< UTC; invalid when the registry does not say.
};

/// Keeps the images of web apps. Throws Error; Error(Cancelled) once stop was requested.
class ImageRegistry {
public:
    virtual ~ImageRegistry() = default;

    virtual QCoro::Task<RegistryLogin> login(std::stop_token stop) = 0;
    /// Makes the namespace and \a repository where they are missing. \returns its full name without a tag: "host/namespace/repository".
    virtual QCoro::Task<QString> prepare(QString repository, std::stop_token stop) = 0;
    /// Empty when there is no such repository.
    virtual QCoro::Task<QStringList> tags(QString repository, std::stop_token stop) = 0;
    /// Removing what is not there is no failure.
    virtual QCoro::Task<> removeTag(QString repository, QString tag, std::stop_token stop) = 0;
};

} // namespace miaobu
