#include "core/variables/project_variables.h"

#include "core/ports/clock.h"
#include "core/secrets/envelope.h"
#include "core/store/transaction.h"
#include "core/store/variable_table.h"
#include "core/variables/secret_refusal.h"
#include "core/variables/variable_check.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

Place placeOf(ProjectId project, const VariableKey& key) {
    return {u"variable"_s, u"%1/%2/%3"_s.arg(QString::number(project), variableScopeName(key.scope), key.name),
        u"sealed"_s, 1};
}

QString newRevision() {
    return QString::number(QRandomGenerator::system()->generate64(), 16);
}

std::optional<StoredVariable> find(const QList<StoredVariable>& stored, const VariableKey& key) {
    const auto found = std::ranges::find(stored, key, [](const StoredVariable& one) { return one.variable.key; });
    return found == stored.end() ? std::nullopt : std::optional(*found);
}

void remove(QList<StoredVariable>& stored, const VariableKey& key) {
    stored.removeIf([&key](const StoredVariable& one) { return one.variable.key == key; });
}

/// \throws Error when \a change cannot be made to \a stored
void check(const VariableChange& change, const QList<StoredVariable>& stored) {
    if (change.before && !find(stored, *change.before)) {
        throw Error(ErrorKind::VariableUnknown, change.before->name);
    }
    if (!change.after) {
        return;
    }
    const VariableDraft& draft = *change.after;
    if (const std::optional<ErrorKind> problem = problemOf(draft)) {
        throw Error(*problem, draft.key.name);
    }
    if (change.before && *change.before != draft.key && find(stored, draft.key)) {
        throw Error(ErrorKind::VariableTaken, draft.key.name);
    }
}

QList<ProjectVariable> withoutSealed(const QList<StoredVariable>& stored) {
    QList<ProjectVariable> variables;
    for (const StoredVariable& one : stored) {
        variables.append(one.variable);
    }
    return variables;
}

} // namespace

ProjectVariables::ProjectVariables(const Database& database, Envelope& envelope, const Clock& clock)
    : m_database(database), m_envelope(envelope), m_clock(clock) { }

QList<ProjectVariable> ProjectVariables::list(ProjectId project) const {
    return withoutSealed(VariableTable(m_database).ofProject(project));
}

VariableRevisions ProjectVariables::revisions(ProjectId project, VariableScope environment) const {
    VariableRevisions revisions;
    for (const ProjectVariable& variable : variablesFor(list(project), environment)) {
        revisions.insert(variable.key.name, variable.revision);
    }
    return revisions;
}

QCoro::Task<ResolvedVariables> ProjectVariables::resolve(
    ProjectId project, VariableScope environment, std::stop_token stop) const {
    const QList<StoredVariable> stored = VariableTable(m_database).ofProject(project);
    ResolvedVariables resolved;
    for (const ProjectVariable& variable : variablesFor(withoutSealed(stored), environment)) {
        const StoredVariable whole = *find(stored, variable.key);
        const QString value = co_await valueOf(project, whole, stop);
        resolved.variables.append({variable.key.name, value, variable.secret, variable.atBuild, variable.atRun});
        resolved.revisions.insert(variable.key.name, variable.revision);
    }
    co_return resolved;
}

QCoro::Task<QString> ProjectVariables::valueOf(ProjectId project, StoredVariable stored, std::stop_token stop) const {
    if (!stored.variable.secret) {
        QString value = stored.variable.value;
        co_return value;
    }
    try {
        const Place place = placeOf(project, stored.variable.key);
        const QByteArray opened = co_await m_envelope.open(stored.sealed, place, stop);
        QString value = QString::fromUtf8(opened);
        co_return value;
    } catch (const Error& error) {
        throw secretRefusal(stored.variable.key.name, error);
    }
}

QCoro::Task<QByteArray> ProjectVariables::sealed(
    ProjectId project, VariableKey key, QString value, std::stop_token stop) const {
    try {
        const Place place = placeOf(project, key);
        const QByteArray plain = value.toUtf8();
        const QByteArray result = co_await m_envelope.seal(plain, place, stop);
        co_return result;
    } catch (const Error& error) {
        throw secretRefusal(key.name, error);
    }
}

QCoro::Task<StoredVariable> ProjectVariables::changed(
    ProjectId project, std::optional<StoredVariable> before, VariableDraft draft, std::stop_token stop) const {
    const bool wasReadable = before && !before->variable.secret;
    if (!draft.value && (!before || (before->variable.secret && !draft.secret))) {
        throw Error(ErrorKind::VariableValueMissing, draft.key.name);
    }
    const bool isMoved = before && before->variable.key != draft.key;
    StoredVariable result{{draft.key, {}, draft.secret, draft.atBuild, draft.atRun, newRevision(), m_clock.now()}, {}};
    // A secret that only changes when it is used stays as it is sealed, and asks no keychain.
    const bool staysSealed = !draft.value && !isMoved && before->variable.secret;
    QString value = draft.value.value_or(QString());
    bool isSame = staysSealed || (wasReadable && (!draft.value || before->variable.value == value));
    if (staysSealed) {
        result.sealed = before->sealed;
    } else if (!draft.value) {
        const StoredVariable whole = *before;
        value = co_await valueOf(project, whole, stop);
        isSame = true;
    }
    if (draft.secret && !staysSealed) {
        result.sealed = co_await sealed(project, draft.key, value, stop);
    } else if (!draft.secret) {
        result.variable.value = value;
    }
    const bool isUsedAlike
        = before && before->variable.atBuild == draft.atBuild && before->variable.atRun == draft.atRun;
    if (isSame && isUsedAlike && before->variable.key.name == draft.key.name) {
        result.variable.revision = before->variable.revision;
    }
    co_return result;
}

QCoro::Task<> ProjectVariables::apply(ProjectId project, QList<VariableChange> changes, std::stop_token stop) const {
    QList<StoredVariable> stored = VariableTable(m_database).ofProject(project);
    QList<VariableKey> removed;
    QList<StoredVariable> put;
    for (const VariableChange& change : changes) {
        check(change, stored);
        std::optional<StoredVariable> before;
        if (change.before) {
            before = find(stored, *change.before);
            remove(stored, *change.before);
            removed.append(*change.before);
        } else if (change.after) {
            before = find(stored, change.after->key);
        }
        if (change.after) {
            const VariableDraft draft = *change.after;
            const StoredVariable result = co_await changed(project, before, draft, stop);
            remove(stored, draft.key);
            stored.append(result);
            put.append(result);
        }
    }
    // A name that was given up by one change and taken by a later one ends as the later one says.
    const VariableTable table(m_database);
    Transaction transaction(m_database.connection());
    for (const VariableKey& key : removed) {
        table.remove(project, key);
    }
    for (const StoredVariable& one : put) {
        if (find(stored, one.variable.key)) {
            table.put(project, one);
        }
    }
    transaction.commit();
}

} // namespace miaobu
