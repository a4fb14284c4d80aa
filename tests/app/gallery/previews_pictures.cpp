#include "app/screens/previews/previews_card.h"
#include "app/shell/confirm_dialog.h"
#include "tests/app/gallery/picture.h"
#include "tests/app/gallery/studio.h"
#include "tests/app/sample_previews.h"
#include "tests/app/sample_states.h"

#include <QComboBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace miaobu::app::gallery {

namespace {

QWidget& shown(Studio& studio, const PreviewsState& state) {
    studio.frame().project().previews().setState(state);
    return studio.showProject(sample::live(), ProjectPage::Tab::Deployments);
}

Picture picture(const QString& name, const PreviewsState& state) {
    return {u"previews-"_s + name, [state](Studio& studio) -> QWidget& { return shown(studio, state); }};
}

} // namespace

QList<Picture> previewsPictures() {
    return {
        picture(u"empty"_s, sample::noPreviews()),
        picture(u"some"_s, sample::somePreviews()),
        picture(u"many"_s, sample::manyPreviews()),
        picture(u"offline"_s, sample::newPreviewOffline()),
        picture(u"refused"_s, sample::refusedPreviews()),
        picture(u"web-app"_s, sample::previewsOfWebApp()),
        {u"previews-new"_s,
            [](Studio& studio) -> QWidget& {
                QWidget& window = shown(studio, sample::newPreview());
                studio.frame()
                    .project()
                    .previews()
                    .findChild<QComboBox*>(u"previewReference"_s)
                    ->setEditText(u"feature/login"_s);
                return window;
            }},
        {u"previews-password"_s,
            [](Studio& studio) -> QWidget& {
                QWidget& window = shown(studio, sample::somePreviews());
                for (QWidget* part : studio.frame().project().previews().findChildren<QWidget*>(u"newPassword"_s)) {
                    part->parentWidget()->show();
                    break;
                }
                return window;
            }},
        {u"previews-removal"_s,
            [](Studio& studio) -> QWidget& {
                return studio.showDialog(
                    std::make_unique<ConfirmDialog>(previewRemovalQuestion(u"my-blog-redesign.example.com"_s)));
            }},
    };
}

} // namespace miaobu::app::gallery
