-- Schema 11: which reports left the program. What is handed out can be recognised later by its hash;
-- a row is never changed, and goes with its partner.

CREATE TABLE exports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- NULL: the page of all partners.
  profile_id INTEGER REFERENCES profiles (id) ON DELETE CASCADE,
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T*Z'),
  template TEXT NOT NULL CHECK (length(template) > 0),
  format TEXT NOT NULL CHECK (length(format) > 0),
  score_date TEXT NOT NULL CHECK (score_date GLOB '????-??-??'),
  -- NULL: the page of all partners, whose scores may be of several editions.
  edition TEXT CHECK (length(edition) > 0),
  -- As the report shows it; NULL: no data, or the page of all partners.
  total_shown REAL,
  report_id TEXT NOT NULL CHECK (length(report_id) > 0),
  file_name TEXT NOT NULL CHECK (length(file_name) > 0),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  CHECK ((profile_id IS NULL) = (edition IS NULL))
) STRICT;

CREATE INDEX exports_by_profile ON exports (profile_id, id);
