#pragma once

#include <QList>
#include <QString>

#include <functional>

class QWidget;

namespace miaobu::app::gallery {

class Studio;

/// A screen in one of its states: how a window that nothing was done to yet is brought there.
struct Picture {
    QString name; ///< "log-waiting": the screen, then the state; the picture's file is called so.
    /// Brings the studio's window into the state and returns what is to be seen: the window, or a dialog of its own.
    std::function<QWidget&(Studio&)> show;
};

/// Every screen in every state. Pictures are taken of these, and the tests of names, focus and languages walk them.
[[nodiscard]] QList<Picture> allPictures();

// One function a screen, each in a file of its own.
[[nodiscard]] QList<Picture> comparePictures();
[[nodiscard]] QList<Picture> connectPictures();
[[nodiscard]] QList<Picture> domainsPictures();
[[nodiscard]] QList<Picture> extremePictures();
[[nodiscard]] QList<Picture> gitHubPictures();
[[nodiscard]] QList<Picture> iconPictures();
[[nodiscard]] QList<Picture> logPictures();
[[nodiscard]] QList<Picture> newProjectPictures();
[[nodiscard]] QList<Picture> previewsPictures();
[[nodiscard]] QList<Picture> projectPictures();
[[nodiscard]] QList<Picture> realityPictures();
[[nodiscard]] QList<Picture> shellPictures();
[[nodiscard]] QList<Picture> targetPictures();
[[nodiscard]] QList<Picture> variablesPictures();
[[nodiscard]] QList<Picture> watchPictures();
[[nodiscard]] QList<Picture> webAppPictures();
[[nodiscard]] QList<Picture> welcomePictures();

} // namespace miaobu::app::gallery
