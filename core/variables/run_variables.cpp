#include "core/variables/run_variables.h"

#include "core/secrets/envelope.h"
#include "core/store/run_variable_table.h"
#include "core/variables/secret_refusal.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

Place placeOf(DeploymentId deployment, const QString& name) {
    return {u"run_variable"_s, u"%1/%2"_s.arg(QString::number(deployment), name), u"sealed"_s, 1};
}

} // namespace

RunVariables::RunVariables(const Database& database, Envelope& envelope)
    : m_database(database), m_envelope(envelope) { }

QCoro::Task<> RunVariables::keep(
    DeploymentId deployment, QList<EnvironmentVariable> variables, std::stop_token stop) const {
    QList<StoredRunVariable> stored;
    for (const EnvironmentVariable& variable : std::as_const(variables)) {
        StoredRunVariable one{variable.name, variable.secret ? QString() : variable.value, {}, variable.secret};
        if (variable.secret) {
            const Place place = placeOf(deployment, variable.name);
            const QByteArray plain = variable.value.toUtf8();
            try {
                one.sealed = co_await m_envelope.seal(plain, place, stop);
            } catch (const Error& error) {
                throw secretRefusal(variable.name, error);
            }
        }
        stored.append(one);
    }
    RunVariableTable(m_database).put(deployment, stored);
}

QCoro::Task<QList<EnvironmentVariable>> RunVariables::of(DeploymentId deployment, std::stop_token stop) const {
    QList<EnvironmentVariable> variables;
    const QList<StoredRunVariable> stored = RunVariableTable(m_database).of(deployment);
    for (const StoredRunVariable& one : stored) {
        EnvironmentVariable variable{one.name, one.value, one.secret, false, true};
        if (one.secret) {
            const Place place = placeOf(deployment, one.name);
            try {
                const QByteArray opened = co_await m_envelope.open(one.sealed, place, stop);
                variable.value = QString::fromUtf8(opened);
            } catch (const Error& error) {
                throw secretRefusal(one.name, error);
            }
        }
        variables.append(variable);
    }
    co_return QList<EnvironmentVariable>(variables);
}

} // namespace miaobu
