# Debian packages that building and testing need, and a function that installs the missing ones. Sourced by ./run and ./test.

build_packages=(
    ca-certificates clang-19 lld-19 cmake ninja-build pkg-config
    qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-svg-dev libqt6sql6-sqlite libqt6svg6 qt6-translations-l10n
    qcoro-qt6-dev libgit2-dev libssl-dev libcurl4-openssl-dev qtkeychain-qt6-dev libsecret-1-0
    libcpp-httplib-dev libicu-dev libarchive-dev libyaml-cpp-dev libtomlplusplus-dev libpsl-dev
    git
)
test_packages=(
    libclang-rt-19-dev ccache mold python3 xvfb xauth gnome-keyring dbus dbus-x11 libsecret-tools
    docker.io docker-registry iptables iproute2 busybox-static python3-pip
    lintian desktop-file-utils appstream mmdebstrap groff-base zsh fish chromium
)

# What ./test --soak needs besides.
soak_packages=(podman runc catatonit)

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

is_installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# The release before Debian 13 ships a libgit2 that cannot fetch shallowly; its backports have one that can.
# The archive is the one this machine already uses; apt knows it after an update.
add_backports() {
    local list=/etc/apt/sources.list.d/miaobu-backports.list
    [ "$(. /etc/os-release && echo "${VERSION_CODENAME:-}")" = bookworm ] || return 1
    apt-get indextargets --format '$(RELEASE)' 2>/dev/null | grep -qx 'bookworm-backports' && return 0
    local site
    site=$(apt-get indextargets --format '$(CREATED_BY) $(RELEASE) $(SITE)' 2>/dev/null |
        awk '$1 == "Packages" && $2 == "bookworm" && $3 !~ /security/ { print $3; exit }')
    [ -n "$site" ] || return 1
    printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s bookworm-backports main\n' "$site" |
        as_root tee "$list" >/dev/null
}

# Installs without starting the services that come along: a package manager asks this file first. One that is there stays.
apt_install() {
    local policy=/usr/sbin/policy-rc.d made=no status=0
    if [ ! -e $policy ]; then
        made=yes
        printf '#!/bin/sh\nexit 101\n' | as_root install -m 755 /dev/stdin $policy
    fi
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" || status=$?
    [ $made = no ] || as_root rm -f $policy
    return $status
}

# What is still to come, in the words of apt: "Need to get 413 MB of archives."
tell_size() {
    LC_ALL=C apt-get install --assume-no --no-install-recommends "$@" 2>/dev/null | grep '^Need to get' || true
}

# Tells how much there is to fetch on descriptor 3.
install_missing() {
    local with_git=no packages=() package
    for package in "$@"; do
        if [ "$package" = libgit2-dev ]; then with_git=yes; else packages+=("$package"); fi
    done
    as_root apt-get update -qq || return 1
    tell_size "$@" >&3
    [ ${#packages[@]} -eq 0 ] || apt_install "${packages[@]}" || return 1
    [ $with_git = yes ] || return 0
    if add_backports && as_root apt-get update -qq; then
        apt_install -t bookworm-backports libgit2-dev && return 0
    fi
    apt_install libgit2-dev
}

# Installs the packages that are missing; says so, and keeps the talk of apt-get in a file.
install_packages() {
    local missing=() package
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
    command -v node >/dev/null || missing+=(nodejs)
    command -v npm >/dev/null || missing+=(npm)
    [ ${#missing[@]} -gt 0 ] || return 0
    if ! command -v apt-get >/dev/null; then
        echo "These packages are missing, and there is no apt-get to install them: ${missing[*]}" >&2
        return 1
    fi
    echo "Installing ${#missing[@]} packages: ${missing[*]}" >&2
    local log
    log=$(mktemp /tmp/miaobu-packages.XXXXXX)
    if ! install_missing "${missing[@]}" 3>&2 >"$log" 2>&1 </dev/null; then
        tail -n 30 "$log" >&2
        echo "Installing failed; the whole output lies in $log" >&2
        return 1
    fi
    rm -f "$log"
}
