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

/// Tells libgit2 which certificate authorities to trust and how long to wait for a server. SSL_CERT_FILE and GIT_SSL_CAINFO win;
/// otherwise the places of the common distributions are tried, because the one compiled in is wrong inside an AppImage.
void setUpGitNetwork();

} // namespace miaobu
