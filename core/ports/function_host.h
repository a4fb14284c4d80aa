#pragma once

#include <QCoro/QCoroTask>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <stop_token>

namespace miaobu {

/// How a web app is to run. Names of functions are "miaobu-{slug}".
struct FunctionSpecification {
    QString name;
    QString image; ///< "registry…/namespace/repository:tag"; empty: a code package
    QString codeBucket; ///< Of a code package, in the function's region
    QString codeObject;
    QString runtime; ///< "custom.debian12", "python3.12"; empty for an image
    QStringList command; ///< What starts the app; empty: what the image says
    int port = 9000;
    double cpu = 0.5;
    int memory = 1024; ///< MB
    int disk = 512; ///< MB
    int timeout = 60; ///< Seconds
    int concurrency = 20; ///< Requests one instance answers at once
    QMap<QString, QString> environment; ///< Set as a whole: merge before.
    QString healthPath; ///< "/health"; empty: none is asked

    bool operator==(const FunctionSpecification&) const = default;
};

struct FunctionState {
    enum class State { Pending, Active, Inactive, Failed };

    FunctionSpecification specification;
    State state = State::Pending;
    bool isUpdating = false; ///< The image before it still answers.
    bool updateFailed = false;
    QString detail; ///< Why it failed
    QString endpoint; ///< "https://…", of its HTTP trigger; empty when it has none.

    bool operator==(const FunctionState&) const = default;
};

/// What a function answered that was asked directly.
struct FunctionAnswer {
    int status = 0; ///< HTTP status
    QString problem; ///< What the service says when the app itself did not answer
};

/// Runs web apps. Throws Error; Error(Cancelled) once stop was requested.
class FunctionHost {
public:
    virtual ~FunctionHost() = default;

    virtual QCoro::Task<std::optional<FunctionState>> find(QString name, std::stop_token stop) = 0;
    virtual QCoro::Task<QStringList> list(QString prefix, std::stop_token stop) = 0;
    /// Makes the function or changes it, gives it an HTTP trigger that anybody may call, and waits until it is ready.
    /// \throws Error(FunctionFailed) with what the service says when it does not become ready.
    virtual QCoro::Task<FunctionState> put(FunctionSpecification specification, std::stop_token stop) = 0;
    /// One request to \a endpoint for \a path ("/health"), as the edge passes a visitor's on.
    virtual QCoro::Task<FunctionAnswer> ask(QString endpoint, QString path, std::stop_token stop) = 0;
    /// With its triggers. Removing what is not there is no failure.
    virtual QCoro::Task<> remove(QString name, std::stop_token stop) = 0;
};

} // namespace miaobu
