#!/usr/bin/env bash
# keyring-run.sh COMMAND…: runs a command in a desktop session of its own: private folders, a private bus, and an unlocked keyring.
# Several may run at a time.
set -eu
if [ -z "${MIAOBU_KEYRING_INNER:-}" ]; then
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    mkdir "$folder/run" "$folder/data" "$folder/config" "$folder/cache"
    chmod 700 "$folder/run"
    export XDG_RUNTIME_DIR=$folder/run XDG_DATA_HOME=$folder/data XDG_CONFIG_HOME=$folder/config XDG_CACHE_HOME=$folder/cache
    # Without a display nothing can ask for the keyring's password.
    env -u DISPLAY -u WAYLAND_DISPLAY -u XDG_CURRENT_DESKTOP MIAOBU_KEYRING_INNER=1 dbus-run-session -- "$0" "$@"
    exit
fi
# Reads the password to its end; makes the login keyring where there is none.
printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null
"$@"
