-- A domain stays here until everything of it is gone: what is left of one that is removed is tried again.
CREATE TABLE domain (
    host TEXT NOT NULL,
    target TEXT NOT NULL,
    project INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    below_base INTEGER NOT NULL CHECK (below_base IN (0, 1)),
    token TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'live', 'removing')),
    stage TEXT NOT NULL,
    removal TEXT NOT NULL,
    report TEXT NOT NULL,
    needs_icp INTEGER CHECK (needs_icp IN (0, 1)),
    cname_target TEXT NOT NULL,
    verification_host TEXT NOT NULL,
    verification_text TEXT NOT NULL,
    hostname_id INTEGER NOT NULL,
    certificate_expiry INTEGER,
    own_zone TEXT NOT NULL,
    own_records TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    checked_at INTEGER,
    next_check_at INTEGER,
    attempts INTEGER NOT NULL,
    warned_expiry INTEGER,
    -- The process that is changing it in the cloud, and until when the others believe that.
    holder TEXT NOT NULL DEFAULT '',
    held_until INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (host, target)
) STRICT, WITHOUT ROWID
-- next
CREATE INDEX domain_project ON domain (project)
