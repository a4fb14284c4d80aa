-- Projects whose pushes are deployed. outcome is the last push that was noticed.
CREATE TABLE watch (
    project INTEGER PRIMARY KEY REFERENCES project (id) ON DELETE CASCADE,
    enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
    paths TEXT NOT NULL DEFAULT '',
    last_seen TEXT NOT NULL DEFAULT '',
    last_deployed TEXT NOT NULL DEFAULT '',
    outcome TEXT NOT NULL DEFAULT '{}'
) STRICT
-- next
-- The deployments that GitHub was told of. They outlive their project, whose removal is told too.
CREATE TABLE github_report (
    deployment INTEGER PRIMARY KEY,
    project INTEGER NOT NULL,
    host TEXT NOT NULL,
    repository TEXT NOT NULL,
    number INTEGER NOT NULL,
    environment TEXT NOT NULL,
    last_state TEXT NOT NULL
) STRICT
-- next
ALTER TABLE project ADD COLUMN source_submodules INTEGER NOT NULL DEFAULT 0 CHECK (source_submodules IN (0, 1))
