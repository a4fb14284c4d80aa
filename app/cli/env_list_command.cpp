#include "app/cli/env_commands.h"
#include "app/text/variable_text.h"
#include "core/variables/dotenv_export.h"
#include "core/variables/variable_service.h"

#include <QJsonArray>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

QString shown(const ProjectVariable& variable) {
    constexpr qsizetype most = 60;
    if (variable.secret) {
        return QString(8, QChar(0x2022));
    }
    QString line = variable.value;
    line.replace(u'\n', u"⏎"_s);
    return line.size() > most ? line.first(most - 1) + u'…' : line;
}

} // namespace

QCoro::Task<int> listVariables(CommandContext context) {
    const Project project = projectCalled(*context.services, context.arguments.value(1));
    const VariableService& service = context.services->variableService();
    const VariableRevisions current = service.current(project.id);
    const std::optional<VariableRevisions> live = service.live(project.id, project.target);
    QList<QStringList> rows;
    QJsonArray list;
    for (const ProjectVariable& variable : service.list(project.id)) {
        const auto state = liveStateOf(variable.key.name, current, live.value_or(VariableRevisions()));
        const bool isPending
            = variable.key.scope != VariableScope::Preview && live && state != VariableDifference::Live::Same;
        rows.append({variable.key.name, shown(variable), scopeTitle(variable.key.scope),
            usageTitle(variable.atBuild, variable.atRun),
            isPending ? Words::tr("applies at the next deploy") : QString()});
        list.append(QJsonObject{
            {u"name"_s, variable.key.name},
            {u"scope"_s, variableScopeName(variable.key.scope)},
            {u"secret"_s, variable.secret},
            {u"build"_s, variable.atBuild},
            {u"run"_s, variable.atRun},
            {u"value"_s, variable.secret ? QJsonValue() : QJsonValue(variable.value)},
            {u"updatedAt"_s, variable.updatedAt.toString(Qt::ISODateWithMs)},
            {u"pending"_s, isPending},
        });
    }
    context.output.line(rows.isEmpty()
            ? Words::tr("No variables. Take over a .env file: miaobu env import %1 .env").arg(project.slug)
            : table(rows));
    context.output.result(list);
    co_return Succeeded;
}

QCoro::Task<int> exportVariables(CommandContext context) {
    const Project project = projectCalled(*context.services, context.arguments.value(1));
    const DotenvExport exported
        = exportDotenv(context.services->variableService().list(project.id), environmentAsked(context));
    if (!context.output.isJson()) {
        std::fputs(exported.text.constData(), stdout);
    }
    if (!exported.leftOut.isEmpty()) {
        context.output.note(Words::tr("Left out, as they are secret: %1").arg(exported.leftOut.join(u", "_s)));
    }
    context.output.result(QJsonObject{
        {u"text"_s, QString::fromUtf8(exported.text)}, {u"leftOut"_s, QJsonArray::fromStringList(exported.leftOut)}});
    co_return Succeeded;
}

} // namespace miaobu::app
