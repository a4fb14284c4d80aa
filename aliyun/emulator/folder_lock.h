#pragma once

#include "aliyun/emulator/request.h"

#include <QString>

namespace miaobu::emulator {

/// Held by the one emulator that works on a folder. The kernel gives it back when the process ends, however it ends.
class FolderLock {
public:
    /// \throws Error(Conflict, folder) when another has it, Error(FileSystem, folder) when the folder cannot be written
    explicit FolderLock(const QString& folder);

private:
    FileHandle m_file;
};

/// Whether somebody holds the lock of \a folder now. Asking does not disturb who wants to take it.
[[nodiscard]] bool isFolderLocked(const QString& folder);

} // namespace miaobu::emulator
