-- A deployment belongs to the site or to one of the previews beside it, and each has one under way at a time.
ALTER TABLE deployment ADD COLUMN preview TEXT NOT NULL DEFAULT ''
-- next
UPDATE deployment SET preview = coalesce(
    (SELECT name FROM preview_deployment WHERE preview_deployment.deployment = deployment.id), '')
-- next
DROP TABLE preview_deployment
-- next
DROP INDEX deployment_active
-- next
-- Two processes that deploy the same at the same moment: the second one is refused here.
CREATE UNIQUE INDEX deployment_active ON deployment (project, target, preview) WHERE state IN ('queued', 'running')
-- next
-- What the target's key may not do in the zone of a domain.
ALTER TABLE domain ADD COLUMN zone_missing TEXT NOT NULL DEFAULT '[]'
-- next
-- Whether every other branch becomes a preview when it is pushed.
ALTER TABLE watch ADD COLUMN branches INTEGER NOT NULL DEFAULT 0 CHECK (branches IN (0, 1))
-- next
-- Where the branches of such a project were when they were last looked at.
CREATE TABLE watch_branch (
    project INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    branch TEXT NOT NULL,
    commit_hash TEXT NOT NULL,
    PRIMARY KEY (project, branch)
) STRICT, WITHOUT ROWID
