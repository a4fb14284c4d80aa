# How far a build is, for a person who waits. Sourced by ./run and ./test.

# Copies what Ninja says from standard input to standard output, and its count of steps to standard error: in place on a terminal, by tenths elsewhere.
show_progress() {
    local line percent told=-1
    while IFS= read -r line; do
        printf '%s\n' "$line"
        [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]] || continue
        percent=$((100 * BASH_REMATCH[1] / BASH_REMATCH[2]))
        if [ -t 2 ]; then
            [ "$percent" -eq "$told" ] || printf '\r%3d %%' "$percent" >&2
            told=$percent
        elif [ $((percent / 10)) -ne "$told" ]; then
            told=$((percent / 10))
            [ "$told" -eq 0 ] || printf '%s %%\n' "$percent" >&2
        fi
    done
    if [ -t 2 ] && [ "$told" -ge 0 ]; then printf '\r      \r' >&2; fi
}
