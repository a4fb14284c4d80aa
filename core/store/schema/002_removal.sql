-- A project that has rows here is being removed; they go with it.
CREATE TABLE removal_step (
    project INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    target TEXT NOT NULL,
    part TEXT NOT NULL,
    subject TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
    error TEXT,
    PRIMARY KEY (project, position)
) STRICT, WITHOUT ROWID
