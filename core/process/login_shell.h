#pragma once

#include <QCoro/QCoroTask>
#include <QString>

#include <optional>
#include <stop_token>

namespace miaobu {

/// The PATH a person has in a terminal. A program started from a desktop menu lacks what nvm, fnm, Homebrew and the
/// like add in the shell's start files, so the shell is asked once and its answer kept.
class LoginShell {
public:
    /// The PATH of the login shell named by $SHELL, and after it the folders that only this process's own has: "nvm use"
    /// in the terminal that started it, say. This process's own alone when there is no shell, or it does not answer
    /// within 10 s.
    /// \throws Error(Cancelled)
    QCoro::Task<QString> path(std::stop_token stop);

private:
    std::optional<QString> m_path;
};

} // namespace miaobu
