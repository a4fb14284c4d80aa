-- How long each of its stages took, in milliseconds, by the stage's name; '{}' until it is complete.
ALTER TABLE deployment ADD COLUMN stage_times TEXT NOT NULL DEFAULT '{}'
