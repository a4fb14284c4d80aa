-- Accounts at GitHub. Their tokens are in the keychain, or in memory for a session, never here.
CREATE TABLE github_account (
    id INTEGER PRIMARY KEY,
    host TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    login TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    knows_scopes INTEGER NOT NULL CHECK (knows_scopes IN (0, 1)),
    scopes TEXT NOT NULL,
    way TEXT NOT NULL,
    needs_sign_in INTEGER NOT NULL CHECK (needs_sign_in IN (0, 1)),
    is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)),
    signed_in_at INTEGER NOT NULL,
    UNIQUE (host, user_id)
) STRICT
-- next
CREATE UNIQUE INDEX github_account_current ON github_account (is_current) WHERE is_current = 1
-- next
-- The repositories an account can see, as they were when they were last listed; position is GitHub's order.
CREATE TABLE github_repository (
    account INTEGER NOT NULL REFERENCES github_account (id) ON DELETE CASCADE,
    id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    owner TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    language TEXT NOT NULL,
    default_branch TEXT NOT NULL,
    is_private INTEGER NOT NULL CHECK (is_private IN (0, 1)),
    is_archived INTEGER NOT NULL CHECK (is_archived IN (0, 1)),
    is_fork INTEGER NOT NULL CHECK (is_fork IN (0, 1)),
    kibibytes INTEGER NOT NULL,
    pushed_at INTEGER,
    PRIMARY KEY (account, id)
) STRICT, WITHOUT ROWID
-- next
-- When the list was last read, and the tag of its first page.
CREATE TABLE github_listing (
    account INTEGER PRIMARY KEY REFERENCES github_account (id) ON DELETE CASCADE,
    etag BLOB NOT NULL,
    read_at INTEGER NOT NULL
) STRICT
-- next
-- Which repository a project was imported from: by its number, which a new name does not change.
CREATE TABLE project_repository (
    project INTEGER PRIMARY KEY REFERENCES project (id) ON DELETE CASCADE,
    host TEXT NOT NULL,
    repository INTEGER NOT NULL,
    full_name TEXT NOT NULL
) STRICT
