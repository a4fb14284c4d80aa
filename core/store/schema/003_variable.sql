-- What is secret lies in sealed, encrypted for its project, scope and name; what is not, in value.
CREATE TABLE variable (
    project INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('both', 'production', 'preview')),
    value TEXT,
    sealed BLOB,
    at_build INTEGER NOT NULL CHECK (at_build IN (0, 1)),
    at_run INTEGER NOT NULL CHECK (at_run IN (0, 1)),
    revision TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (project, name, scope),
    CHECK ((value IS NULL) <> (sealed IS NULL))
) STRICT, WITHOUT ROWID
-- next
-- Name and revision of the stored variables it got; variable_names has those that were given by hand.
ALTER TABLE deployment ADD COLUMN variable_revisions TEXT NOT NULL DEFAULT '{}'
