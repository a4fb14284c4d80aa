#include "core/deploy/build_key.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// Raised when output rules, content types or cache rules change: what was published under the old ones is not taken over.
constexpr int rulesVersion = 1;

void add(QMessageAuthenticationCode& code, const QString& value) {
    const QByteArray bytes = value.toUtf8();
    code.addData(QByteArray::number(bytes.size()) + ':' + bytes);
}

} // namespace

QString buildKey(const Revision& revision, const BuildPlan& plan, const QString& toolchain,
    QList<EnvironmentVariable> variables, const QByteArray& salt) {
    if (revision.tree.isEmpty()) {
        return {};
    }
    const auto isBefore = [](const EnvironmentVariable& a, const EnvironmentVariable& b) { return a.name < b.name; };
    std::sort(variables.begin(), variables.end(), isBefore);
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, salt);
    for (const QString& value :
        {QString::number(rulesVersion), revision.tree, projectKindName(plan.kind), plan.packageManager,
            plan.installCommand, plan.buildCommand, plan.outputDir, plan.rootDirectory, plan.nodeVersion, toolchain}) {
        add(code, value);
    }
    if (isWebApp(plan.kind)) {
        for (const QString& value : {plan.pythonVersion, plan.appModule, plan.startCommand}) {
            add(code, value);
        }
    }
    for (const EnvironmentVariable& variable : std::as_const(variables)) {
        add(code, variable.name);
        add(code, variable.value);
        // The same value, secret by now, may be in what was published: the output has to be looked at again.
        add(code, variable.secret ? u"secret"_s : u"public"_s);
    }
    return QString::fromLatin1(code.result().toHex());
}

} // namespace miaobu
