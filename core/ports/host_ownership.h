#pragma once

#include <QCoro/QCoroTask>
#include <QString>

#include <stop_token>

namespace miaobu {

/// Proof that a host still belongs to who asked for it, looked at anew before each change of what answers it: a domain that was given up may
/// be somebody else's by now.
class HostOwnership {
public:
    virtual ~HostOwnership() = default;

    /// \throws Error(OwnershipLost) where the proof is not there, Error(Cancelled)
    virtual QCoro::Task<> prove(QString host, QString target, std::stop_token stop) = 0;
};

} // namespace miaobu
