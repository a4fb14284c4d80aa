-- Times are milliseconds since the epoch, UTC. Columns named after a struct hold it as JSON.
CREATE TABLE project (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    source_kind TEXT NOT NULL CHECK (source_kind IN ('folder', 'git')),
    source_location TEXT NOT NULL,
    source_branch TEXT NOT NULL,
    target TEXT NOT NULL,
    overrides TEXT NOT NULL,
    plan TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    pinned INTEGER NOT NULL CHECK (pinned IN (0, 1))
) STRICT
-- next
CREATE TABLE deployment (
    id INTEGER PRIMARY KEY,
    project INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    target TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'live', 'ready', 'failed', 'cancelled', 'interrupted', 'purged')),
    stage TEXT NOT NULL,
    commit_hash TEXT NOT NULL,
    tree TEXT NOT NULL,
    branch TEXT NOT NULL,
    message TEXT NOT NULL,
    author TEXT NOT NULL,
    modified INTEGER NOT NULL CHECK (modified IN (0, 1)),
    plan TEXT NOT NULL,
    requested_commit TEXT NOT NULL,
    object_prefix TEXT NOT NULL,
    url TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    finished_at INTEGER,
    file_count INTEGER NOT NULL,
    byte_count INTEGER NOT NULL,
    bytes_sent INTEGER NOT NULL,
    objects_sent INTEGER NOT NULL,
    build_reused INTEGER NOT NULL CHECK (build_reused IN (0, 1)),
    pinned INTEGER NOT NULL CHECK (pinned IN (0, 1)),
    failure TEXT,
    build_key TEXT NOT NULL DEFAULT '',
    variable_names TEXT NOT NULL DEFAULT '[]',
    owner TEXT NOT NULL,
    cancel_requested INTEGER NOT NULL DEFAULT 0 CHECK (cancel_requested IN (0, 1)),
    UNIQUE (project, number)
) STRICT
-- next
-- Two processes that deploy the same project at the same moment: the second one is refused here.
CREATE UNIQUE INDEX deployment_active ON deployment (project, target) WHERE state IN ('queued', 'running')
-- next
CREATE INDEX deployment_build ON deployment (project, target, build_key) WHERE build_key <> ''
-- next
CREATE TABLE route (
    host TEXT NOT NULL,
    target TEXT NOT NULL,
    project INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    deployment INTEGER NOT NULL,
    own INTEGER NOT NULL CHECK (own IN (0, 1)),
    auto_update INTEGER NOT NULL CHECK (auto_update IN (0, 1)),
    PRIMARY KEY (host, target)
) STRICT, WITHOUT ROWID
-- next
CREATE INDEX route_project ON route (project)
-- next
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID
