#include "tests/app/gallery/picture.h"

namespace miaobu::app::gallery {

QList<Picture> allPictures() {
    QList<Picture> all;
    all += welcomePictures();
    all += gitHubPictures();
    all += newProjectPictures();
    all += projectPictures();
    all += previewsPictures();
    all += comparePictures();
    all += logPictures();
    all += variablesPictures();
    all += domainsPictures();
    all += watchPictures();
    all += webAppPictures();
    all += connectPictures();
    all += targetPictures();
    all += realityPictures();
    all += extremePictures();
    all += iconPictures();
    all += shellPictures();
    return all;
}

} // namespace miaobu::app::gallery
