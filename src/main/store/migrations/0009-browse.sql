-- Schema 9: how somebody looks at the data of a partner. Views never touch facts; they go with their
-- profile.

CREATE TABLE saved_views (
  -- Never given twice: a menu that is still open must not rename another view.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  table_id TEXT NOT NULL CHECK (table_id IN ('customers', 'people', 'azure', 'm365')),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  -- As name_key of profiles.
  name_key TEXT NOT NULL CHECK (length(name_key) > 0),
  -- {"columns": […], "search": "", "filters": […], "sort": null}
  view TEXT NOT NULL CHECK (json_valid(view)),
  UNIQUE (profile_id, table_id, name_key)
) STRICT;

-- The view that a table was left with.
CREATE TABLE last_views (
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  table_id TEXT NOT NULL CHECK (table_id IN ('customers', 'people', 'azure', 'm365')),
  view TEXT NOT NULL CHECK (json_valid(view)),
  PRIMARY KEY (profile_id, table_id)
) STRICT, WITHOUT ROWID;
