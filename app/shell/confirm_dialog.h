#pragma once

#include "core/model/project.h"

#include <QDialog>

namespace miaobu::app {

/// A question before something that cannot be taken back, in words.
struct Question {
    QString name; ///< Of the dialog, the same in every language
    QString window;
    QString title;
    QString text; ///< What happens
    QString note; ///< What follows for others; empty: nothing
    QString ask; ///< Before the field; empty: nothing has to be typed
    QString typed; ///< What has to be typed before it can be done
    QString stay; ///< The button that changes nothing
    QString act; ///< The button that does it
    QString actName; ///< The button's own, the same in every language
};

/// Asks \a question; Enter and Escape change nothing.
class ConfirmDialog final : public QDialog {
    Q_OBJECT

public:
    explicit ConfirmDialog(const Question& question, QWidget* parent = nullptr);
};

/// Says what deleting a project removes; its slug has to be typed.
[[nodiscard]] Question removalQuestion(const Project& project);
/// Whether a target that \a projects are published to is to be forgotten; says what stays.
[[nodiscard]] Question targetRemovalQuestion(const QString& target, int projects);
/// Whether a domain is to be disconnected; says who notices.
[[nodiscard]] Question domainRemovalQuestion(const QString& host);
/// Whether a preview is to be taken away; says what stays.
[[nodiscard]] Question previewRemovalQuestion(const QString& host);
/// Whether the program is to end while something runs.
[[nodiscard]] Question stopQuestion();

} // namespace miaobu::app
