#include "core/store/run_variable_table.h"

#include "core/store/row_values.h"
#include "core/store/transaction.h"

using namespace Qt::StringLiterals;

namespace miaobu {

QList<StoredRunVariable> RunVariableTable::of(DeploymentId deployment) const {
    QSqlQuery query
        = m_database.prepare(u"SELECT name, value, sealed FROM run_variable WHERE deployment = ? ORDER BY name"_s);
    query.addBindValue(deployment);
    Database::run(query);
    QList<StoredRunVariable> variables;
    while (query.next()) {
        variables.append({query.value(0).toString(), query.value(1).toString(), query.value(2).toByteArray(),
            !query.value(2).isNull()});
    }
    return variables;
}

void RunVariableTable::put(DeploymentId deployment, const QList<StoredRunVariable>& variables) const {
    Transaction transaction(m_database.connection());
    QSqlQuery old = m_database.prepare(u"DELETE FROM run_variable WHERE deployment = ?"_s);
    old.addBindValue(deployment);
    Database::run(old);
    for (const StoredRunVariable& variable : variables) {
        QSqlQuery query
            = m_database.prepare(u"INSERT INTO run_variable (deployment, name, value, sealed) VALUES (?, ?, ?, ?)"_s);
        query.addBindValue(deployment);
        query.addBindValue(textValue(variable.name));
        query.addBindValue(variable.secret ? QVariant() : textValue(variable.value));
        query.addBindValue(variable.secret ? QVariant(variable.sealed) : QVariant());
        Database::run(query);
    }
    transaction.commit();
}

} // namespace miaobu
