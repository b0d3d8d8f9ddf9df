-- Schema 13: what a consultant means to do for a partner, and what was written down about it.
--
-- Neither touches facts, so both leave the profile's revision as it is, and go with their profile.

CREATE TABLE actions (
  -- Never given twice: an open editor must not write into another action.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  -- Whoever does it, in free words; empty: nobody yet.
  owner TEXT NOT NULL,
  -- Day number; NULL: no date.
  due INTEGER,
  -- What it is expected to add to the total; NULL: not said.
  points REAL CHECK (points BETWEEN 0 AND 100),
  status TEXT NOT NULL CHECK (status IN ('open', 'in-progress', 'done', 'dropped')),
  note TEXT NOT NULL,
  -- The step of a plan it was made from: lever, metric, stream, customer or person (JSON).
  origin TEXT NOT NULL CHECK (json_valid(origin)),
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T*Z'),
  changed_at TEXT NOT NULL CHECK (changed_at GLOB '????-??-??T*Z')
) STRICT;
CREATE INDEX actions_by_profile ON actions (profile_id);

CREATE TABLE partner_notes (
  -- As that of actions.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  -- What it is about (JSON): the partner, one of its metrics, or a customer.
  about TEXT NOT NULL CHECK (json_valid(about)),
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T*Z'),
  changed_at TEXT NOT NULL CHECK (changed_at GLOB '????-??-??T*Z')
) STRICT;
CREATE INDEX partner_notes_by_profile ON partner_notes (profile_id);

-- Scores kept as they stood. The table of schema 1 was never written; it lacked a name, and gave ids twice.
DROP TABLE snapshots;
CREATE TABLE snapshots (
  -- As that of actions.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  -- Empty: called by its date.
  name TEXT NOT NULL CHECK (length(name) <= 80),
  taken_at TEXT NOT NULL CHECK (taken_at GLOB '????-??-??T*Z'),
  -- Date, edition, readings, total and points (JSON).
  score TEXT NOT NULL CHECK (json_valid(score))
) STRICT;
CREATE INDEX snapshots_by_profile ON snapshots (profile_id);
