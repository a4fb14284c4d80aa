CREATE TABLE preview (
    project INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    target TEXT NOT NULL,
    name TEXT NOT NULL,
    host TEXT NOT NULL,
    branch TEXT NOT NULL,
    protected INTEGER NOT NULL CHECK (protected IN (0, 1)),
    created_at INTEGER NOT NULL,
    PRIMARY KEY (project, target, name)
) STRICT, WITHOUT ROWID
-- next
-- A deployment that is in here is shown as a preview and never as the site itself.
CREATE TABLE preview_deployment (
    deployment INTEGER PRIMARY KEY REFERENCES deployment (id) ON DELETE CASCADE,
    name TEXT NOT NULL
) STRICT
