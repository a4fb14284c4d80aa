-- What is decided of a project's function, and what a deployment of a web app runs; both JSON.
ALTER TABLE project ADD COLUMN function TEXT NOT NULL DEFAULT '{}'
-- next
ALTER TABLE deployment ADD COLUMN app TEXT
-- next
-- The variables a web app's deployment runs with, so that it can be gone back to. What is secret lies in sealed.
CREATE TABLE run_variable (
    deployment INTEGER NOT NULL REFERENCES deployment (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value TEXT,
    sealed BLOB,
    PRIMARY KEY (deployment, name),
    CHECK ((value IS NULL) <> (sealed IS NULL))
) STRICT, WITHOUT ROWID
