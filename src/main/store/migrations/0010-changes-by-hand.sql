-- Schema 10: changes by hand.
--
-- What did somebody change, and how is it taken back? Every change by hand is a step with the operation
-- that made it and the one that takes it back; both say which state one place has afterwards, so they
-- are each other's inverse. The steps of the workspace form one line: those taken back (`undone`) are
-- always its end, and the next change drops them. A step is written with its change or not at all.

CREATE TABLE steps (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T*Z'),
  -- Account name of the person at the computer.
  who TEXT NOT NULL,
  -- NULL: of the workspace. The steps of a removed partner go with it.
  profile_id INTEGER REFERENCES profiles (id) ON DELETE CASCADE,
  label TEXT NOT NULL CHECK (length(label) > 0),
  label_values TEXT NOT NULL CHECK (json_valid(label_values)),
  forward TEXT NOT NULL CHECK (json_valid(forward)),
  backward TEXT NOT NULL CHECK (json_valid(backward)),
  undone INTEGER NOT NULL CHECK (undone IN (0, 1))
) STRICT;
CREATE INDEX steps_by_profile ON steps (profile_id);

-- 1: no file, but one row that was typed in. Its slice stands at a location of its own, which no
-- download covers, so that a replacement never takes it.
ALTER TABLE files ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1));

-- Stored rows whose values were changed. The row holds the values in effect, so rollups and columns stay
-- what they are: sums of their rows; what the file said stands here.
CREATE TABLE row_changes (
  dataset TEXT NOT NULL CHECK (dataset IN ('azure-usage', 'm365-usage', 'certifications')),
  row_id INTEGER NOT NULL CHECK (row_id > 0),
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T*Z'),
  left_out INTEGER NOT NULL CHECK (left_out IN (0, 1)),
  original TEXT NOT NULL CHECK (json_valid(original)),
  PRIMARY KEY (dataset, row_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX row_changes_by_profile ON row_changes (profile_id);

-- Customers that were renamed: the name in effect stands with the tenant, that of the files here.
CREATE TABLE tenant_file_names (
  tenant_id INTEGER PRIMARY KEY REFERENCES tenants (id) ON DELETE CASCADE,
  name TEXT CHECK (length(name) > 0)
) STRICT;

-- Totals typed in for a partner without files (JSON); they hold only while nothing is imported.
CREATE TABLE manual_totals (
  profile_id INTEGER PRIMARY KEY REFERENCES profiles (id) ON DELETE CASCADE,
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T*Z'),
  who TEXT NOT NULL,
  totals TEXT NOT NULL CHECK (json_valid(totals))
) STRICT;
