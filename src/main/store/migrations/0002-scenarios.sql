-- Schema 2: what a consultant tries on paper. A scenario never touches facts, so it leaves the
-- profile's revision as it is; it goes with its profile.

CREATE TABLE scenarios (
  -- Never given twice: an open editor must not write into another scenario.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  -- As name_key of profiles.
  name_key TEXT NOT NULL CHECK (length(name_key) > 0),
  overrides TEXT NOT NULL CHECK (json_valid(overrides)),
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T*Z'),
  updated_at TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T*Z'),
  UNIQUE (profile_id, name_key)
) STRICT;
