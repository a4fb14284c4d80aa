#include "tests/app/sample_variables.h"

#include "core/variables/variable_check.h"

using namespace Qt::StringLiterals;

namespace miaobu::app::sample {

namespace {

ProjectVariable variable(
    const QString& name, const QString& value, bool secret = false, VariableScope scope = VariableScope::Both) {
    ProjectVariable result;
    result.key = {name, scope};
    result.value = secret ? QString() : value;
    result.secret = secret;
    result.revision = name.toLower();
    result.updatedAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
    return result;
}

StagedVariables stored() {
    ProjectVariable running = variable(u"LOG_LEVEL"_s, u"info"_s);
    running.atBuild = false;
    StagedVariables staged;
    staged.setStored({variable(u"API_TOKEN"_s, {}, true), variable(u"API_URL"_s, u"https://api.example.com/v2"_s),
        variable(u"API_URL"_s, u"https://staging-api.example.com/v2"_s, false, VariableScope::Preview),
        variable(u"DATABASE_URL"_s, {}, true, VariableScope::Production), running,
        variable(u"NODE_OPTIONS"_s, u"--max-old-space-size=4096"_s),
        variable(u"VITE_TITLE"_s,
            u"A page about everything that can be said about gardens, in a title that is too long"_s)});
    return staged;
}

VariablesState stateOf(const StagedVariables& staged) {
    VariablesState state;
    state.entries = staged.entries();
    state.changes = staged.changes().size();
    state.canDeploy = true;
    for (const StagedVariables::Entry& entry : state.entries) {
        if (entry.stored && entry.stored->key.scope != VariableScope::Preview) {
            state.current.insert(entry.stored->key.name, entry.stored->revision);
        }
    }
    state.live = state.current;
    return state;
}

} // namespace

VariablesState storedVariables() {
    return stateOf(stored());
}

VariablesState stagedVariables() {
    StagedVariables staged = stored();
    staged.put({{u"FEATURE_FLAGS"_s, VariableScope::Both}, u"search,comments"_s, false, true, true});
    staged.put({{u"API_URL"_s, VariableScope::Both}, u"https://api.example.com/v3"_s, false, true, true});
    staged.remove(5);
    return stateOf(staged);
}

VariablesState pendingVariables() {
    VariablesState state = storedVariables();
    state.live->insert(u"API_URL"_s, u"another"_s);
    state.live->remove(u"VITE_TITLE"_s);
    state.runTimeBytes = 5321;
    return state;
}

VariablesState addingVariable() {
    VariablesState state = storedVariables();
    state.edited = EditedVariable{-1, {{u"PORT"_s, VariableScope::Both}, u"3000"_s, false, true, true}, false};
    return state;
}

VariablesState editingSecret() {
    VariablesState state = storedVariables();
    state.edited = EditedVariable{0, {{u"API_TOKEN"_s, VariableScope::Both}, std::nullopt, true, true, true}, true};
    return state;
}

VariablesState pastingVariables() {
    const StagedVariables staged = stored();
    VariablesState state = stateOf(staged);
    const QByteArray text
        = "# shop\nAPI_URL=https://api.example.com/v2\nAPI_TOKEN=\"s3cr3t of the shop\"\n"
          "export STRIPE_KEY='sk_test_51'\nVITE_TITLE=Gardens\nthis is no variable\nEMPTY=\nFC_REGION=hz\n"
          "STRIPE_KEY='sk_live_51'\nBROKEN=\"never closed\n";
    state.pasted = pastedVariables(parseDotenv(text), staged, VariableScope::Both);
    return state;
}

VariablesState comparingVariables() {
    using File = VariableDifference::File;
    using Live = VariableDifference::Live;
    VariablesState state = pendingVariables();
    state.runTimeBytes = 0;
    state.comparison = FileComparison{u".env.production"_s,
        {{u"API_TOKEN"_s, File::Same, Live::Same, true}, {u"API_URL"_s, File::Different, Live::Changed, false},
            {u"DATABASE_URL"_s, File::OnlyStored, Live::Same, true}, {u"OLD_NAME"_s, File::Same, Live::Removed, false},
            {u"STRIPE_KEY"_s, File::OnlyInFile, Live::Never, false},
            {u"VITE_TITLE"_s, File::Same, Live::Added, false}}};
    return state;
}

VariablesState lockedVariables() {
    VariablesState state = stagedVariables();
    state.error = shownError(Error(ErrorKind::KeychainLocked, u"API_TOKEN"_s));
    return state;
}

} // namespace miaobu::app::sample
