-- Schema 6: what a consultant sets for one partner, such as the effort and limits of a plan. It never
-- touches facts, so it leaves the profile's revision as it is; it goes with its profile.

CREATE TABLE profile_settings (
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 60),
  value TEXT NOT NULL CHECK (json_valid(value)),
  PRIMARY KEY (profile_id, key)
) STRICT, WITHOUT ROWID;
