#pragma once

#include "core/ports/targets.h"

#include <QObject>

#include <stop_token>

namespace miaobu {

/// Asks a target whether the address that a new project is to have answers already. One question at a time: a new one ends the one before it.
/// Of this computer nothing is asked: what answers here is in its database.
class AddressCheck final : public QObject {
    Q_OBJECT

public:
    /// \a targets outlives this.
    explicit AddressCheck(Targets& targets);
    ~AddressCheck() override;

    /// Ends in free(), taken() or failed(), or in none of them when it was cancelled or another one was begun.
    void check(const QString& slug, const QString& target);
    void cancel();

signals:
    void free(const QString& slug, const QString& target);
    /// By the project \a owner, which this computer may not know.
    void taken(const QString& slug, const QString& target, const QString& owner);
    void failed(const QString& slug, const QString& target, const miaobu::Error& error);

private:
    QCoro::Task<> executeCheck(QString slug, QString target, std::stop_token stop);

    Targets& m_targets;
    std::stop_source m_stop;
};

} // namespace miaobu
