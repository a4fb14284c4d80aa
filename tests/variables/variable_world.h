#pragma once

#include "core/ports/clock.h"
#include "core/secrets/envelope.h"
#include "core/secrets/keychain.h"
#include "core/secrets/session_secrets.h"
#include "core/store/project_table.h"
#include "core/variables/project_variables.h"

#include <QTemporaryDir>

namespace miaobu::test {

/// A database with one project, and variables whose master key is kept in memory.
struct VariableWorld {
    VariableWorld() { project = ProjectTable(database).insert(named(QStringLiteral("shop"))).id; }

    static Project named(const QString& slug) {
        Project project;
        project.slug = project.name = slug;
        project.source.location = QStringLiteral("/somewhere");
        project.target = QStringLiteral("local");
        project.createdAt = QDateTime::currentDateTimeUtc();
        return project;
    }

    void keepMasterKey() { secrets.keep(QStringLiteral("miaobu/masterkey/v1"), randomKeyBytes()); }

    static VariableChange set(
        const QString& name, const QString& value, bool secret = false, VariableScope scope = VariableScope::Both) {
        return {std::nullopt, VariableDraft{{name, scope}, value, secret, true, true}};
    }

    QTemporaryDir folder;
    Database database{folder.filePath(QStringLiteral("miaobu.db"))};
    SystemClock clock;
    Keychain keychain;
    SessionSecrets secrets{keychain};
    Envelope envelope{secrets, folder.filePath(QStringLiteral("masterkey.lock"))};
    ProjectVariables variables{database, envelope, clock};
    ProjectId project = 0;
};

} // namespace miaobu::test
