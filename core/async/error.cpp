#include "core/async/error.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr std::array kindNames{
    std::pair{ErrorKind::Cancelled, QLatin1StringView("Cancelled")},
    std::pair{ErrorKind::Internal, QLatin1StringView("Internal")},
    std::pair{ErrorKind::InvalidInput, QLatin1StringView("InvalidInput")},
    std::pair{ErrorKind::Timeout, QLatin1StringView("Timeout")},
    std::pair{ErrorKind::DiskFull, QLatin1StringView("DiskFull")},
    std::pair{ErrorKind::PermissionDenied, QLatin1StringView("PermissionDenied")},
    std::pair{ErrorKind::FileSystem, QLatin1StringView("FileSystem")},
    std::pair{ErrorKind::ProgramNotFound, QLatin1StringView("ProgramNotFound")},
    std::pair{ErrorKind::ProcessFailed, QLatin1StringView("ProcessFailed")},
    std::pair{ErrorKind::PortTaken, QLatin1StringView("PortTaken")},
    std::pair{ErrorKind::HostNotFound, QLatin1StringView("HostNotFound")},
    std::pair{ErrorKind::NetworkUnreachable, QLatin1StringView("NetworkUnreachable")},
    std::pair{ErrorKind::ConnectionLost, QLatin1StringView("ConnectionLost")},
    std::pair{ErrorKind::TlsFailed, QLatin1StringView("TlsFailed")},
    std::pair{ErrorKind::Redirected, QLatin1StringView("Redirected")},
    std::pair{ErrorKind::HttpStatus, QLatin1StringView("HttpStatus")},
    std::pair{ErrorKind::MalformedResponse, QLatin1StringView("MalformedResponse")},
    std::pair{ErrorKind::CredentialsRejected, QLatin1StringView("CredentialsRejected")},
    std::pair{ErrorKind::SignatureRejected, QLatin1StringView("SignatureRejected")},
    std::pair{ErrorKind::AccessDenied, QLatin1StringView("AccessDenied")},
    std::pair{ErrorKind::ClockSkew, QLatin1StringView("ClockSkew")},
    std::pair{ErrorKind::Throttled, QLatin1StringView("Throttled")},
    std::pair{ErrorKind::QuotaExceeded, QLatin1StringView("QuotaExceeded")},
    std::pair{ErrorKind::NotActivated, QLatin1StringView("NotActivated")},
    std::pair{ErrorKind::InArrears, QLatin1StringView("InArrears")},
    std::pair{ErrorKind::NotFound, QLatin1StringView("NotFound")},
    std::pair{ErrorKind::Conflict, QLatin1StringView("Conflict")},
    std::pair{ErrorKind::BucketElsewhere, QLatin1StringView("BucketElsewhere")},
    std::pair{ErrorKind::ChecksumMismatch, QLatin1StringView("ChecksumMismatch")},
    std::pair{ErrorKind::ServiceError, QLatin1StringView("ServiceError")},
    std::pair{ErrorKind::StoreNewer, QLatin1StringView("StoreNewer")},
    std::pair{ErrorKind::StoreForeign, QLatin1StringView("StoreForeign")},
    std::pair{ErrorKind::StoreDamaged, QLatin1StringView("StoreDamaged")},
    std::pair{ErrorKind::StoreBusy, QLatin1StringView("StoreBusy")},
    std::pair{ErrorKind::KeychainLocked, QLatin1StringView("KeychainLocked")},
    std::pair{ErrorKind::KeychainMissing, QLatin1StringView("KeychainMissing")},
    std::pair{ErrorKind::AccessKeyMissing, QLatin1StringView("AccessKeyMissing")},
    std::pair{ErrorKind::AccessKeyExpired, QLatin1StringView("AccessKeyExpired")},
    std::pair{ErrorKind::SecretUnreadable, QLatin1StringView("SecretUnreadable")},
    std::pair{ErrorKind::VariableNameInvalid, QLatin1StringView("VariableNameInvalid")},
    std::pair{ErrorKind::VariableReserved, QLatin1StringView("VariableReserved")},
    std::pair{ErrorKind::VariablePublic, QLatin1StringView("VariablePublic")},
    std::pair{ErrorKind::VariableTaken, QLatin1StringView("VariableTaken")},
    std::pair{ErrorKind::VariableUnknown, QLatin1StringView("VariableUnknown")},
    std::pair{ErrorKind::VariableValueMissing, QLatin1StringView("VariableValueMissing")},
    std::pair{ErrorKind::VariableValueInvalid, QLatin1StringView("VariableValueInvalid")},
    std::pair{ErrorKind::VariableUnreadable, QLatin1StringView("VariableUnreadable")},
    std::pair{ErrorKind::FolderMissing, QLatin1StringView("FolderMissing")},
    std::pair{ErrorKind::RepositoryNotFound, QLatin1StringView("RepositoryNotFound")},
    std::pair{ErrorKind::RepositoryEmpty, QLatin1StringView("RepositoryEmpty")},
    std::pair{ErrorKind::RepositoryDamaged, QLatin1StringView("RepositoryDamaged")},
    std::pair{ErrorKind::AuthenticationRequired, QLatin1StringView("AuthenticationRequired")},
    std::pair{ErrorKind::BranchNotFound, QLatin1StringView("BranchNotFound")},
    std::pair{ErrorKind::CommitNotFound, QLatin1StringView("CommitNotFound")},
    std::pair{ErrorKind::LargeFilePointers, QLatin1StringView("LargeFilePointers")},
    std::pair{ErrorKind::RootDirectoryMissing, QLatin1StringView("RootDirectoryMissing")},
    std::pair{ErrorKind::RootDirectoryOutside, QLatin1StringView("RootDirectoryOutside")},
    std::pair{ErrorKind::PackageJsonMissing, QLatin1StringView("PackageJsonMissing")},
    std::pair{ErrorKind::PackageJsonBroken, QLatin1StringView("PackageJsonBroken")},
    std::pair{ErrorKind::ConfigurationBroken, QLatin1StringView("ConfigurationBroken")},
    std::pair{ErrorKind::NothingToDeploy, QLatin1StringView("NothingToDeploy")},
    std::pair{ErrorKind::KindNotSupported, QLatin1StringView("KindNotSupported")},
    std::pair{ErrorKind::NodeMissing, QLatin1StringView("NodeMissing")},
    std::pair{ErrorKind::NodeUnsuitable, QLatin1StringView("NodeUnsuitable")},
    std::pair{ErrorKind::PackageManagerMissing, QLatin1StringView("PackageManagerMissing")},
    std::pair{ErrorKind::InstallFailed, QLatin1StringView("InstallFailed")},
    std::pair{ErrorKind::BuildFailed, QLatin1StringView("BuildFailed")},
    std::pair{ErrorKind::OutputMissing, QLatin1StringView("OutputMissing")},
    std::pair{ErrorKind::OutputEmpty, QLatin1StringView("OutputEmpty")},
    std::pair{ErrorKind::OutputEscapes, QLatin1StringView("OutputEscapes")},
    std::pair{ErrorKind::OutputNameInvalid, QLatin1StringView("OutputNameInvalid")},
    std::pair{ErrorKind::OutputTooLarge, QLatin1StringView("OutputTooLarge")},
    std::pair{ErrorKind::SecretInOutput, QLatin1StringView("SecretInOutput")},
    std::pair{ErrorKind::RouteNotConfirmed, QLatin1StringView("RouteNotConfirmed")},
    std::pair{ErrorKind::RoutineOutdated, QLatin1StringView("RoutineOutdated")},
    std::pair{ErrorKind::ProofFailed, QLatin1StringView("ProofFailed")},
    std::pair{ErrorKind::DeploymentActive, QLatin1StringView("DeploymentActive")},
    std::pair{ErrorKind::DeploymentPurged, QLatin1StringView("DeploymentPurged")},
    std::pair{ErrorKind::DeploymentProtected, QLatin1StringView("DeploymentProtected")},
    std::pair{ErrorKind::ProjectUnknown, QLatin1StringView("ProjectUnknown")},
    std::pair{ErrorKind::ProjectBeingRemoved, QLatin1StringView("ProjectBeingRemoved")},
    std::pair{ErrorKind::RemovalIncomplete, QLatin1StringView("RemovalIncomplete")},
    std::pair{ErrorKind::DeploymentUnknown, QLatin1StringView("DeploymentUnknown")},
    std::pair{ErrorKind::HostUnknown, QLatin1StringView("HostUnknown")},
    std::pair{ErrorKind::TargetUnknown, QLatin1StringView("TargetUnknown")},
    std::pair{ErrorKind::SlugInvalid, QLatin1StringView("SlugInvalid")},
    std::pair{ErrorKind::SlugTaken, QLatin1StringView("SlugTaken")},
    std::pair{ErrorKind::SignInNeeded, QLatin1StringView("SignInNeeded")},
    std::pair{ErrorKind::SignInDenied, QLatin1StringView("SignInDenied")},
    std::pair{ErrorKind::SignInExpired, QLatin1StringView("SignInExpired")},
    std::pair{ErrorKind::SignInUnavailable, QLatin1StringView("SignInUnavailable")},
    std::pair{ErrorKind::SignInMisconfigured, QLatin1StringView("SignInMisconfigured")},
    std::pair{ErrorKind::SignInClockFast, QLatin1StringView("SignInClockFast")},
    std::pair{ErrorKind::ClientIdMissing, QLatin1StringView("ClientIdMissing")},
    std::pair{ErrorKind::TokenMissing, QLatin1StringView("TokenMissing")},
    std::pair{ErrorKind::TokenRefused, QLatin1StringView("TokenRefused")},
    std::pair{ErrorKind::TokenNotPermitted, QLatin1StringView("TokenNotPermitted")},
    std::pair{ErrorKind::RateLimited, QLatin1StringView("RateLimited")},
    std::pair{ErrorKind::DomainInvalid, QLatin1StringView("DomainInvalid")},
    std::pair{ErrorKind::DomainTaken, QLatin1StringView("DomainTaken")},
    std::pair{ErrorKind::DomainUnknown, QLatin1StringView("DomainUnknown")},
    std::pair{ErrorKind::OwnershipLost, QLatin1StringView("OwnershipLost")},
    std::pair{ErrorKind::IcpMissing, QLatin1StringView("IcpMissing")},
    std::pair{ErrorKind::PreviewNameInvalid, QLatin1StringView("PreviewNameInvalid")},
    std::pair{ErrorKind::EmulatorFailed, QLatin1StringView("EmulatorFailed")},
    std::pair{ErrorKind::EdgeRuntimeMissing, QLatin1StringView("EdgeRuntimeMissing")},
    std::pair{ErrorKind::FunctionNotReady, QLatin1StringView("FunctionNotReady")},
    std::pair{ErrorKind::FunctionFailed, QLatin1StringView("FunctionFailed")},
    std::pair{ErrorKind::EngineMissing, QLatin1StringView("EngineMissing")},
    std::pair{ErrorKind::EngineNotRunning, QLatin1StringView("EngineNotRunning")},
    std::pair{ErrorKind::EngineNotPermitted, QLatin1StringView("EngineNotPermitted")},
    std::pair{ErrorKind::EngineElsewhere, QLatin1StringView("EngineElsewhere")},
    std::pair{ErrorKind::ImageUnavailable, QLatin1StringView("ImageUnavailable")},
    std::pair{ErrorKind::AppUnknown, QLatin1StringView("AppUnknown")},
    std::pair{ErrorKind::BuildSecretsUnsupported, QLatin1StringView("BuildSecretsUnsupported")},
    std::pair{ErrorKind::ImageTooLarge, QLatin1StringView("ImageTooLarge")},
    std::pair{ErrorKind::PushFailed, QLatin1StringView("PushFailed")},
    std::pair{ErrorKind::PipMissing, QLatin1StringView("PipMissing")},
    std::pair{ErrorKind::PythonUnsuitable, QLatin1StringView("PythonUnsuitable")},
    std::pair{ErrorKind::WheelMissing, QLatin1StringView("WheelMissing")},
    std::pair{ErrorKind::BinaryUnsuitable, QLatin1StringView("BinaryUnsuitable")},
    std::pair{ErrorKind::PackageTooLarge, QLatin1StringView("PackageTooLarge")},
    std::pair{ErrorKind::RegistryMissing, QLatin1StringView("RegistryMissing")},
};

} // namespace

Error::Error(ErrorKind errorKind, QString errorSubject, QString errorDetail)
    : kind(errorKind), subject(std::move(errorSubject)), detail(std::move(errorDetail)),
      m_what((errorKindName(errorKind) + u": "_s + (subject + u" "_s + detail).trimmed()).toUtf8()) { }

void Error::raise() const {
    throw *this;
}

Error* Error::clone() const {
    return new Error(*this);
}

const char* Error::what() const noexcept {
    return m_what.constData();
}

QString errorKindName(ErrorKind kind) {
    for (const auto& [known, name] : kindNames) {
        if (known == kind) {
            return QString(name);
        }
    }
    return u"Internal"_s;
}

ErrorKind errorKindFromName(const QString& name) {
    for (const auto& [kind, known] : kindNames) {
        if (known == name) {
            return kind;
        }
    }
    return ErrorKind::Internal;
}

bool isBuildFailure(ErrorKind kind) {
    return kind == ErrorKind::InstallFailed || kind == ErrorKind::BuildFailed || kind == ErrorKind::OutputMissing
        || kind == ErrorKind::OutputEmpty || kind == ErrorKind::WheelMissing;
}

} // namespace miaobu
