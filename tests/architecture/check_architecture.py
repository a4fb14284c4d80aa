"""Fails on a forbidden arrow between rooms, an include cycle, a singleton, words outside app/text's room, or a file out of size.

usage: check_architecture.py ROOT
"""
import re
import statistics
import sys
from pathlib import Path

ROOMS = {
    "core": {"core"},
    "edge": {"edge"},
    "aliyun": {"aliyun", "core", "edge"},
    "app": {"app", "core", "aliyun", "edge"},
}
# The one place that knows everybody, and builds everything once.
COMPOSITION_ROOT = re.compile(r"^app/services(_\w+)?\.(cpp|h)$")
MEDIAN_LINES, P90_LINES, MOST_LINES = 100, 260, 400

INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)
FORBIDDEN = [
    (re.compile(r"\binstance\s*\(\s*\)"), "a singleton", lambda path: True),
    (re.compile(r'(?<![\w.])tr\s*\(\s*"|QMessageBox'), "words for people outside app/", lambda path: not path.startswith("app/")),
    (re.compile(r"<Q(Widget|Icon|Pixmap|Painter|Color|Font|Image|GuiApplication|Application)>"), "the GUI in core",
     lambda path: path.startswith("core/")),
]
# Qt's own accessors that are named like singletons.
ALLOWED_INSTANCES = re.compile(r"Q(CoreApplication|NetworkInformation|GuiApplication|AbstractEventDispatcher|Application|ThreadPool::global)\w*::\w*[iI]nstance\s*\(\s*\)")


def sources(root):
    return {
        str(path.relative_to(root)): path.read_text(encoding="utf-8")
        for room in ROOMS
        for path in sorted((root / room).rglob("*"))
        if path.suffix in {".cpp", ".h"}
    }


def forbidden_arrows(files):
    for path, text in files.items():
        room = path.split("/")[0]
        for included in INCLUDE.findall(text):
            other = included.split("/")[0]
            if other not in ROOMS:
                continue
            if other not in ROOMS[room]:
                yield f"{path}: {room} may not include {included}"
            elif room == "app" and other == "aliyun" and not COMPOSITION_ROOT.match(path):
                yield f"{path}: only app/services may include {included}"


def forbidden_words(files):
    for path, text in files.items():
        text = ALLOWED_INSTANCES.sub("", text)
        for pattern, what, applies in FORBIDDEN:
            if applies(path) and (found := pattern.search(text)):
                yield f"{path}:{text.count(chr(10), 0, found.start()) + 1}: {what}: {found.group(0)}"


def include_cycles(files):
    unit = lambda path: path.rsplit(".", 1)[0]
    graph = {}
    for path, text in files.items():
        known = {unit(included) for included in INCLUDE.findall(text) if included in files}
        graph.setdefault(unit(path), set()).update(known - {unit(path)})
    done, trail, cycles = set(), [], []

    def visit(node):
        if node in trail:
            cycles.append(" -> ".join(trail[trail.index(node):] + [node]))
            return
        if node in done:
            return
        trail.append(node)
        for following in sorted(graph.get(node, ())):
            visit(following)
        trail.pop()
        done.add(node)

    for node in sorted(graph):
        visit(node)
    return [f"include cycle: {cycle}" for cycle in cycles]


def sizes(files):
    lines = sorted((text.count("\n"), path) for path, text in files.items())
    counts = [count for count, _ in lines]
    for count, path in lines:
        if count > MOST_LINES:
            yield f"{path}: {count} lines; no file has more than {MOST_LINES}"
    if statistics.median(counts) > MEDIAN_LINES:
        yield f"the median file has {statistics.median(counts)} lines; at most {MEDIAN_LINES}"
    if counts[min(len(counts) - 1, int(0.9 * len(counts)))] > P90_LINES:
        yield f"one file in ten has more than {P90_LINES} lines"


def complaints(root):
    files = sources(Path(root))
    if not files:
        return [f"no sources below {root}"]
    return [*forbidden_arrows(files), *forbidden_words(files), *include_cycles(files), *sizes(files)]


if __name__ == "__main__":
    found = complaints(sys.argv[1])
    print("\n".join(found) or "The rooms are in order.")
    sys.exit(1 if found else 0)
