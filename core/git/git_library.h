#pragma once

namespace miaobu {

/// Keeps libgit2 initialised while it lives. Any number may live at the same time, on any thread.
class GitLibrary {
public:
    GitLibrary();
    ~GitLibrary();
    GitLibrary(const GitLibrary&) = delete;
    GitLibrary& operator=(const GitLibrary&) = delete;
};

} // namespace miaobu
