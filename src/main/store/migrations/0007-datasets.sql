-- Schema 7: two more kinds of file, and what was said about layouts that no header name explains.

-- A rule on a column cannot be changed, so the table is built again. Its references from `slices` are
-- by name and hold again once the new one has it; ids, and with them the row ranges, stay.
CREATE TABLE files_renewed (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (length(name) > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  dataset TEXT NOT NULL CHECK (
    dataset IN ('azure-usage', 'm365-usage', 'ems-usage', 'certifications', 'partner-profile')
  ),
  rows_read INTEGER NOT NULL CHECK (rows_read >= 0),
  rows_accepted INTEGER NOT NULL CHECK (rows_accepted >= 0),
  rows_rejected INTEGER NOT NULL CHECK (rows_rejected >= 0),
  -- As in schema 1. Microsoft 365 and Enterprise Mobility usage share one table.
  first_row INTEGER CHECK (first_row > 0),
  last_row INTEGER,
  account TEXT NOT NULL CHECK (json_valid(account)),
  CHECK ((first_row IS NULL) = (last_row IS NULL)),
  CHECK (last_row IS NULL OR last_row >= first_row)
) STRICT;

INSERT INTO files_renewed (
  id, import_id, name, sha256, bytes, dataset, rows_read, rows_accepted, rows_rejected,
  first_row, last_row, account
)
SELECT id, import_id, name, sha256, bytes, dataset, rows_read, rows_accepted, rows_rejected,
  first_row, last_row, account
FROM files;

DROP TABLE files;
ALTER TABLE files_renewed RENAME TO files;
CREATE INDEX files_by_import ON files (import_id);

-- The partner's own locations, from its profile report. Their slice stands at the global account, so
-- that a newer report of that account replaces the whole list.
CREATE TABLE partner_locations (
  id INTEGER PRIMARY KEY,
  slice_id INTEGER NOT NULL REFERENCES slices (id) ON DELETE CASCADE,
  line INTEGER NOT NULL CHECK (line > 0),
  mpn_id TEXT NOT NULL CHECK (length(mpn_id) > 0),
  name TEXT NOT NULL CHECK (length(name) > 0),
  global_mpn_id TEXT NOT NULL CHECK (length(global_mpn_id) > 0),
  -- NULL in what follows: the file has no such column.
  global_name TEXT,
  city TEXT,
  country TEXT,
  level TEXT
) STRICT;
CREATE INDEX partner_locations_by_slice ON partner_locations (slice_id);

-- What a consultant decided about files with one header, for the next file that has it. Of all
-- partners: a layout is a property of whoever makes the files, and holds nothing of a client.
CREATE TABLE layouts (
  -- SHA-256 of the header's names, each without case, white space and underscores.
  fingerprint TEXT PRIMARY KEY NOT NULL
    CHECK (length(fingerprint) = 64 AND fingerprint NOT GLOB '*[^0-9a-f]*'),
  dataset TEXT NOT NULL CHECK (length(dataset) > 0),
  -- {"field": "name of the column", …}
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  -- NULL: not asked.
  date_order TEXT CHECK (date_order IN ('dmy', 'mdy')),
  decimal TEXT CHECK (decimal IN ('.', ',')),
  saved_at TEXT NOT NULL CHECK (saved_at GLOB '????-??-??T*Z')
) STRICT, WITHOUT ROWID;
