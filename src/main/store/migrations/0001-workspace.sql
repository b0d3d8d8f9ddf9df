-- Schema 1.
--
-- Whose data is it? Every row below `profiles` belongs to exactly one profile, the dictionaries too:
-- nothing of one client is reachable from another, and a profile leaves nothing behind.
--
-- What is in force? An accepted row belongs to a slice: one file, one month, one location. A later
-- import in mode `replace` that covers the same dataset, month and location sets `superseded_by`, and
-- the slice is out of force; no row is deleted or changed. `superseded_by` is always the first such
-- import, so it can be found again from the imports alone.
--
-- Months are year * 12 + (month - 1), days count from 1970-01-01, money is micro-dollars; every
-- amount and every sum of a profile stays within 2^53 - 1, where a double is still exact.

CREATE TABLE profiles (
  -- Never given twice: what somebody remembers about a removed profile must not fit a new one.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  -- The name with case and white space folded by the program; SQLite folds ASCII only.
  name_key TEXT NOT NULL UNIQUE CHECK (length(name_key) > 0),
  mpn_id TEXT CHECK (length(mpn_id) > 0),
  colour INTEGER NOT NULL CHECK (colour BETWEEN 0 AND 11),
  sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
  -- Grows with every change of the profile's facts.
  revision INTEGER NOT NULL DEFAULT 0 CHECK (revision >= 0),
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T*Z')
) STRICT;

-- ---- what was imported --------------------------------------------------------------------------

CREATE TABLE imports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  mode TEXT NOT NULL CHECK (mode IN ('replace', 'append')),
  imported_at TEXT NOT NULL CHECK (imported_at GLOB '????-??-??T*Z')
) STRICT;
CREATE INDEX imports_by_profile ON imports (profile_id);

CREATE TABLE files (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (length(name) > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  dataset TEXT NOT NULL CHECK (dataset IN ('azure-usage', 'm365-usage', 'certifications')),
  rows_read INTEGER NOT NULL CHECK (rows_read >= 0),
  rows_accepted INTEGER NOT NULL CHECK (rows_accepted >= 0),
  rows_rejected INTEGER NOT NULL CHECK (rows_rejected >= 0),
  -- The file's rows in its dataset's table: an unbroken range of ids, so that finding them (from a
  -- number back to file and line) takes no index as big as the table.
  first_row INTEGER CHECK (first_row > 0),
  last_row INTEGER,
  -- {"errorCounts": {…}, "notes": […]}
  account TEXT NOT NULL CHECK (json_valid(account)),
  CHECK ((first_row IS NULL) = (last_row IS NULL)),
  CHECK (last_row IS NULL OR last_row >= first_row)
) STRICT;
CREATE INDEX files_by_import ON files (import_id);

CREATE TABLE locations (
  id INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  -- Partner location id (MPN ID) as in the file; empty when the file has none.
  mpn_id TEXT NOT NULL,
  UNIQUE (profile_id, mpn_id)
) STRICT;

CREATE TABLE slices (
  id INTEGER PRIMARY KEY,
  file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
  -- NULL: certifications, which a newer file replaces as a whole.
  month INTEGER CHECK (month BETWEEN 12000 AND 119999),
  location_id INTEGER NOT NULL REFERENCES locations (id),
  superseded_by INTEGER REFERENCES imports (id),
  row_count INTEGER NOT NULL CHECK (row_count >= 0),
  -- Sum of the amounts without their signs: no sum over any part of the slice can be larger.
  gross_micro_usd INTEGER NOT NULL CHECK (gross_micro_usd BETWEEN 0 AND 9007199254740991)
) STRICT;
CREATE UNIQUE INDEX slices_by_file ON slices (file_id, location_id, coalesce(month, 0));
CREATE INDEX slices_by_location ON slices (location_id);
CREATE INDEX slices_by_superseding_import ON slices (superseded_by) WHERE superseded_by IS NOT NULL;

-- ---- dictionaries -------------------------------------------------------------------------------

CREATE TABLE tenants (
  id INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  guid TEXT NOT NULL CHECK (length(guid) = 36 AND guid = lower(guid)),
  -- The last name that was not empty.
  name TEXT CHECK (length(name) > 0),
  UNIQUE (profile_id, guid)
) STRICT;

CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  -- Corporate e-mail, else e-mail, else MCP ID; lower case.
  identity TEXT NOT NULL CHECK (length(identity) > 0),
  name TEXT NOT NULL,
  UNIQUE (profile_id, identity)
) STRICT;

-- A kind of usage is everything beside tenant and month that decides whether a row counts, spelt as
-- in the file. A partner has some hundred kinds, so the big tables carry one number for all of it.
CREATE TABLE azure_kinds (
  id INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  service TEXT NOT NULL,
  -- NULL: the file has no such column.
  offer TEXT,
  association TEXT,
  duplicate INTEGER NOT NULL CHECK (duplicate IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX azure_kinds_by_profile ON azure_kinds (
  profile_id, service, offer IS NULL, coalesce(offer, ''),
  association IS NULL, coalesce(association, ''), duplicate
);

CREATE TABLE m365_kinds (
  id INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  workload TEXT NOT NULL,
  association TEXT,
  duplicate INTEGER NOT NULL CHECK (duplicate IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX m365_kinds_by_profile ON m365_kinds (
  profile_id, workload, association IS NULL, coalesce(association, ''), duplicate
);

-- ---- rows ---------------------------------------------------------------------------------------
-- The two usage tables and the tenants and kinds of their rollups carry no foreign keys: checking
-- them would double the time of an import, and removing a tenant would search the whole table.
-- One writer fills them, file by file, and `verify` proves the references instead.

CREATE TABLE azure_usage (
  id INTEGER PRIMARY KEY,
  slice_id INTEGER NOT NULL,
  line INTEGER NOT NULL CHECK (line > 0),
  tenant_id INTEGER NOT NULL,
  kind_id INTEGER NOT NULL,
  micro_usd INTEGER NOT NULL CHECK (micro_usd BETWEEN -9007199254740991 AND 9007199254740991)
) STRICT;

CREATE TABLE m365_usage (
  id INTEGER PRIMARY KEY,
  slice_id INTEGER NOT NULL,
  line INTEGER NOT NULL CHECK (line > 0),
  tenant_id INTEGER NOT NULL,
  kind_id INTEGER NOT NULL,
  paid_seats INTEGER NOT NULL CHECK (paid_seats BETWEEN 0 AND 9007199254740991),
  active_seats INTEGER NOT NULL CHECK (active_seats BETWEEN 0 AND 9007199254740991)
) STRICT;

CREATE TABLE certifications (
  id INTEGER PRIMARY KEY,
  slice_id INTEGER NOT NULL REFERENCES slices (id) ON DELETE CASCADE,
  line INTEGER NOT NULL CHECK (line > 0),
  person_id INTEGER NOT NULL REFERENCES people (id),
  title TEXT NOT NULL CHECK (length(title) > 0),
  -- NULL: the file has no such column.
  training_type TEXT,
  completed INTEGER NOT NULL,
  expires INTEGER,
  activation TEXT
) STRICT;
CREATE INDEX certifications_by_slice ON certifications (slice_id);
CREATE INDEX certifications_by_person ON certifications (person_id);

-- ---- monthly rollups ----------------------------------------------------------------------------
-- What the engine reads: the rows of one slice added up. A rollup is written with its slice and never
-- changes afterwards, so that replacing months or taking that back touches `superseded_by` alone.

CREATE TABLE azure_rollup (
  slice_id INTEGER NOT NULL REFERENCES slices (id) ON DELETE CASCADE,
  tenant_id INTEGER NOT NULL,
  kind_id INTEGER NOT NULL,
  micro_usd INTEGER NOT NULL CHECK (micro_usd BETWEEN -9007199254740991 AND 9007199254740991),
  row_count INTEGER NOT NULL CHECK (row_count > 0),
  PRIMARY KEY (slice_id, tenant_id, kind_id)
) STRICT, WITHOUT ROWID;

-- Several rows describe the same seats: the one with the most paid seats, on a tie the most active.
CREATE TABLE m365_rollup (
  slice_id INTEGER NOT NULL REFERENCES slices (id) ON DELETE CASCADE,
  tenant_id INTEGER NOT NULL,
  kind_id INTEGER NOT NULL,
  paid_seats INTEGER NOT NULL CHECK (paid_seats BETWEEN 0 AND 9007199254740991),
  active_seats INTEGER NOT NULL CHECK (active_seats BETWEEN 0 AND 9007199254740991),
  PRIMARY KEY (slice_id, tenant_id, kind_id)
) STRICT, WITHOUT ROWID;

-- ---- what the consultant keeps ------------------------------------------------------------------

CREATE TABLE snapshots (
  id INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  taken_at TEXT NOT NULL CHECK (taken_at GLOB '????-??-??T*Z'),
  score_date INTEGER NOT NULL,
  edition TEXT NOT NULL CHECK (length(edition) > 0),
  score TEXT NOT NULL CHECK (json_valid(score))
) STRICT;
CREATE INDEX snapshots_by_profile ON snapshots (profile_id, score_date);

CREATE TABLE settings (
  key TEXT PRIMARY KEY NOT NULL CHECK (length(key) > 0),
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T*Z'),
  action TEXT NOT NULL CHECK (length(action) > 0),
  subject TEXT NOT NULL,
  details TEXT NOT NULL CHECK (json_valid(details))
) STRICT;

CREATE TRIGGER audit_log_is_not_rewritten BEFORE UPDATE ON audit_log
BEGIN
  SELECT raise(ABORT, 'The audit log is append-only.');
END;

CREATE TRIGGER audit_log_is_not_shortened BEFORE DELETE ON audit_log
BEGIN
  SELECT raise(ABORT, 'The audit log is append-only.');
END;
