#include "app/screens/variables/variables_tab.h"
#include "app/text/variable_text.h"
#include "tests/app/gallery/picture.h"
#include "tests/app/gallery/studio.h"
#include "tests/app/sample_states.h"
#include "tests/app/sample_variables.h"

using namespace Qt::StringLiterals;

namespace miaobu::app::gallery {

namespace {

Picture picture(const QString& name, const VariablesState& state) {
    return {u"variables-"_s + name, [state](Studio& studio) -> QWidget& {
                VariablesTab& tab = studio.frame().project().variables();
                tab.setState(state);
                const auto concern = state.edited ? concernOf(state.edited->draft.key.name) : std::nullopt;
                tab.setVerdict({concern ? concernText(*concern) : QString(), false, true});
                return studio.showProject(sample::live(), ProjectPage::Tab::Environment);
            }};
}

} // namespace

QList<Picture> variablesPictures() {
    return {
        picture(u"empty"_s, {}),
        picture(u"stored"_s, sample::storedVariables()),
        picture(u"staged"_s, sample::stagedVariables()),
        picture(u"pending"_s, sample::pendingVariables()),
        picture(u"adding"_s, sample::addingVariable()),
        picture(u"secret"_s, sample::editingSecret()),
        picture(u"pasting"_s, sample::pastingVariables()),
        picture(u"comparing"_s, sample::comparingVariables()),
        picture(u"locked"_s, sample::lockedVariables()),
    };
}

} // namespace miaobu::app::gallery
