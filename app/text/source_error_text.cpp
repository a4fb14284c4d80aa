#include "app/text/error_families.h"

namespace miaobu::app {

QString listText(const QStringList& items) {
    constexpr qsizetype most = 8;
    if (items.isEmpty()) {
        return QStringLiteral("–");
    }
    QString text = items.mid(0, most).join(ErrorText::tr(", "));
    if (items.size() > most) {
        text += ErrorText::tr(" and %n more", nullptr, static_cast<int>(items.size() - most));
    }
    return text;
}

std::optional<ErrorWords> sourceErrorWords(const Error& error) {
    const QString& subject = error.subject;
    const QString others = listText(error.alternatives);
    switch (error.kind) {
    case ErrorKind::FolderMissing:
        return ErrorWords{ErrorText::tr("The folder %1 does not exist.").arg(subject), {},
            ErrorText::tr("Choose a folder that exists."), ErrorAction::ChooseAnotherFolder};
    case ErrorKind::RepositoryNotFound:
        return ErrorWords{ErrorText::tr("There is no repository at %1.").arg(subject),
            ErrorText::tr("It was removed, renamed, or is private and not shared with you."),
            ErrorText::tr("Check the address."), ErrorAction::ChooseAnotherFolder};
    case ErrorKind::AuthenticationRequired:
        return ErrorWords{ErrorText::tr("%1 asks for a sign-in.").arg(subject),
            ErrorText::tr("The repository is private, or the sign-in that was used is no longer valid."),
            ErrorText::tr("Use a repository that can be read without signing in, or a local folder."),
            ErrorAction::ChooseAnotherFolder};
    case ErrorKind::RepositoryEmpty:
        return ErrorWords{ErrorText::tr("The repository %1 is empty.").arg(subject), {},
            ErrorText::tr("Push a first commit, then deploy again."), ErrorAction::Retry};
    case ErrorKind::RepositoryDamaged:
        return ErrorWords{ErrorText::tr("The repository %1 could not be read.").arg(subject), error.detail,
            ErrorText::tr("Check the repository with git fsck, then try again."), ErrorAction::Retry};
    case ErrorKind::BranchNotFound:
        return ErrorWords{ErrorText::tr("There is no branch %1.").arg(subject),
            error.alternatives.isEmpty() ? QString() : ErrorText::tr("These exist: %1.").arg(others),
            ErrorText::tr("Choose a branch that exists."), ErrorAction::EditSettings};
    case ErrorKind::CommitNotFound:
        return ErrorWords{ErrorText::tr("Commit %1 is not in the repository.").arg(subject),
            error.alternatives.isEmpty()
                ? ErrorText::tr("A force-push may have removed it. No other commit was built instead.")
                : ErrorText::tr("The branch is now at %1. No other commit was built instead.").arg(others),
            ErrorText::tr("Deploy the branch, or a commit that exists."), ErrorAction::Retry};
    case ErrorKind::LargeFilePointers:
        return ErrorWords{ErrorText::tr("The repository keeps files in Git LFS, which could not be fetched."),
            ErrorText::tr("These are pointers instead of content: %1.").arg(listText(error.detail.split(QChar(u'\n'))))
                + (error.alternatives.isEmpty() ? QString() : QChar(u' ') + error.alternatives.first()),
            ErrorText::tr(
                "Push them with “git lfs push --all”, or run “git lfs pull” in a clone and deploy that folder."),
            ErrorAction::ChooseAnotherFolder};
    case ErrorKind::RootDirectoryMissing:
        return ErrorWords{ErrorText::tr("There is no folder %1 in the source.").arg(subject),
            error.alternatives.isEmpty() ? QString() : ErrorText::tr("These hold an app: %1.").arg(others),
            error.alternatives.isEmpty() ? ErrorText::tr("Choose a folder inside the source.")
                                         : ErrorText::tr("Choose one of them as the root directory."),
            ErrorAction::EditSettings};
    case ErrorKind::RootDirectoryOutside:
        return ErrorWords{ErrorText::tr("The root directory %1 lies outside the source.").arg(subject), {},
            ErrorText::tr("Choose a folder inside the source."), ErrorAction::EditSettings};
    case ErrorKind::PackageJsonMissing:
        return ErrorWords{
            ErrorText::tr("There is no package.json in %1.").arg(subject.isEmpty() ? QStringLiteral("/") : subject),
            error.alternatives.isEmpty() ? QString() : ErrorText::tr("Apps were found in: %1.").arg(others),
            ErrorText::tr("Choose the folder of the app as the root directory."), ErrorAction::EditSettings};
    case ErrorKind::PackageJsonBroken:
        return ErrorWords{ErrorText::tr("%1 is not valid JSON.").arg(subject), error.detail,
            ErrorText::tr("Correct the file, then deploy again."), ErrorAction::Retry};
    case ErrorKind::ConfigurationBroken:
        return ErrorWords{ErrorText::tr("%1 cannot be read.").arg(subject), error.detail,
            ErrorText::tr("Correct the file, then deploy again."), ErrorAction::Retry};
    case ErrorKind::NothingToDeploy:
        return ErrorWords{ErrorText::tr("There is nothing here that Miaobu can put online."),
            error.alternatives.isEmpty() ? error.detail : ErrorText::tr("Apps were found in: %1.").arg(others),
            error.alternatives.isEmpty()
                ? ErrorText::tr("Choose a folder with a website: an index.html, or a package.json that builds one.")
                : ErrorText::tr("Choose one of them as the root directory."),
            ErrorAction::EditSettings};
    case ErrorKind::KindNotSupported:
        return ErrorWords{ErrorText::tr("This is a %1, and that cannot be run here.").arg(subject),
            error.detail.isEmpty() ? ErrorText::tr("It needs a server.") : error.detail,
            ErrorText::tr("Publish it to another target, or switch the framework to static output."),
            ErrorAction::EditSettings};
    default:
        return std::nullopt;
    }
}

} // namespace miaobu::app
