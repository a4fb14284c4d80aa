#include "app/screens/github/github_page.h"
#include "tests/app/gallery/picture.h"
#include "tests/app/gallery/studio.h"
#include "tests/app/sample_github.h"

using namespace Qt::StringLiterals;

namespace miaobu::app::gallery {

namespace {

Picture picture(const QString& name, const GitHubState& state) {
    return {u"github-"_s + name, [state](Studio& studio) -> QWidget& {
                studio.frame().gitHub().setState(state);
                return studio.showPage(WindowFrame::Page::GitHub);
            }};
}

/// The time that is left counts from when the picture is taken.
Picture enteringCode() {
    return {u"github-code"_s, [](Studio& studio) -> QWidget& {
                studio.frame().gitHub().setState(sample::enteringCode());
                return studio.showPage(WindowFrame::Page::GitHub);
            }};
}

Picture endedSignIn() {
    return {u"github-ended"_s, [](Studio& studio) -> QWidget& {
                studio.frame().setSignInNotice(u"li@github.com"_s);
                return studio.showPage(WindowFrame::Page::Welcome);
            }};
}

} // namespace

QList<Picture> gitHubPictures() {
    return {picture(u"signed-out"_s, sample::signedOut()), picture(u"no-app"_s, sample::signedOutWithoutApp()),
        picture(u"asking"_s, sample::askingGitHub()), enteringCode(),
        picture(u"browser"_s, sample::waitingForBrowser()), picture(u"expired"_s, sample::codeRanOut()),
        picture(u"keychain"_s, sample::noKeychainForToken()), picture(u"accounts"_s, sample::severalAccounts()),
        picture(u"revocation"_s, sample::revocationLeft()), endedSignIn()};
}

} // namespace miaobu::app::gallery
