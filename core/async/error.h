#pragma once

#include <QDateTime>
#include <QException>
#include <QString>
#include <QStringList>

namespace miaobu {

/// What went wrong, as far as the program can act on it. The sentence a person reads is made in app/text/ from the kind and the data.
enum class ErrorKind {
    // Anything
    Cancelled,
    Internal,
    InvalidInput,
    Timeout,
    // This computer
    DiskFull,
    PermissionDenied,
    FileSystem,
    ProgramNotFound,
    ProcessFailed,
    PortTaken,
    // The network
    HostNotFound,
    NetworkUnreachable,
    ConnectionLost,
    TlsFailed,
    Redirected,
    HttpStatus,
    MalformedResponse,
    // A cloud service
    CredentialsRejected,
    SignatureRejected,
    AccessDenied,
    ClockSkew,
    Throttled,
    QuotaExceeded,
    NotActivated,
    InArrears,
    NotFound,
    Conflict,
    BucketElsewhere,
    ChecksumMismatch,
    ServiceError,
    // The local state
    StoreNewer,
    StoreForeign,
    StoreDamaged,
    StoreBusy,
    KeychainLocked,
    KeychainMissing,
    AccessKeyMissing,
    AccessKeyExpired,
    SecretUnreadable,
    // Variables of a project
    VariableNameInvalid,
    VariableReserved,
    VariablePublic,
    VariableTaken,
    VariableUnknown,
    VariableValueMissing,
    VariableValueInvalid,
    VariableUnreadable,
    // The source
    FolderMissing,
    RepositoryNotFound,
    RepositoryEmpty,
    RepositoryDamaged,
    AuthenticationRequired,
    BranchNotFound,
    CommitNotFound,
    LargeFilePointers,
    RootDirectoryMissing,
    RootDirectoryOutside,
    // Detection
    PackageJsonMissing,
    PackageJsonBroken,
    ConfigurationBroken,
    NothingToDeploy,
    KindNotSupported,
    // Tools
    NodeMissing,
    NodeUnsuitable,
    PackageManagerMissing,
    // The build, which is the person's own and not our failure
    InstallFailed,
    BuildFailed,
    OutputMissing,
    OutputEmpty,
    OutputEscapes,
    OutputNameInvalid,
    OutputTooLarge,
    SecretInOutput,
    // Publishing and routing
    RouteNotConfirmed,
    RoutineOutdated,
    ProofFailed,
    DeploymentActive,
    DeploymentPurged,
    DeploymentProtected,
    ProjectUnknown,
    ProjectBeingRemoved,
    RemovalIncomplete,
    DeploymentUnknown,
    HostUnknown,
    TargetUnknown,
    SlugInvalid,
    SlugTaken,
    // GitHub
    SignInNeeded,
    SignInDenied,
    SignInExpired,
    SignInUnavailable,
    SignInMisconfigured,
    SignInClockFast,
    ClientIdMissing,
    TokenMissing,
    TokenRefused,
    TokenNotPermitted,
    RateLimited,
    // Domains
    DomainInvalid,
    DomainTaken,
    DomainUnknown,
    OwnershipLost,
    IcpMissing,
    PreviewNameInvalid,
    // This computer as a target
    EmulatorFailed,
    EdgeRuntimeMissing,
    // Web apps
    FunctionNotReady,
    FunctionFailed,
    EngineMissing,
    EngineNotRunning,
    EngineNotPermitted,
    EngineElsewhere,
    ImageUnavailable,
    AppUnknown,
    BuildSecretsUnsupported,
    ImageTooLarge,
    PushFailed,
    PipMissing,
    PythonUnsuitable,
    WheelMissing,
    BinaryUnsuitable,
    PackageTooLarge,
    RegistryMissing,
};

/// The one exception type of the program. Thrown in core and aliyun, caught once at the edge of a service.
/// Derives from QException so that it crosses QtConcurrent threads whole.
class Error : public QException {
public:
    /// \a subject is the one thing the error is about: a path, a host, a branch, a variable's name.
    explicit Error(ErrorKind kind, QString subject = {}, QString detail = {});

    ErrorKind kind = ErrorKind::Internal;
    QString subject;
    /// What the system, the tool or the service said, unchanged, for the Details fold and for logs. Never holds a secret.
    QString detail;
    /// The service's own id of the failed request; empty where there is none.
    QString requestId;
    /// What the person could choose instead: other branches, directories that do exist, versions that are installed.
    QStringList alternatives;
    /// The exit code of a failed install or build; 0 where there is none.
    int exitCode = 0;
    /// Whether the same call may succeed later without anybody changing anything.
    bool retryable = false;
    /// From when on it may, UTC; invalid where nobody said.
    QDateTime retryAt;

    void raise() const override;
    [[nodiscard]] Error* clone() const override;
    [[nodiscard]] const char* what() const noexcept override;

private:
    QByteArray m_what;
};

/// The name of \a kind as it is stored and printed for machines, for example "BranchNotFound".
[[nodiscard]] QString errorKindName(ErrorKind kind);

/// The kind whose name is \a name; Internal for a name this program does not know.
[[nodiscard]] ErrorKind errorKindFromName(const QString& name);

/// Whether the failure lies in the person's own build (install, build, output) rather than in this program or a service.
[[nodiscard]] bool isBuildFailure(ErrorKind kind);

} // namespace miaobu
