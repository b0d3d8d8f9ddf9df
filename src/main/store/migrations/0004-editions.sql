-- Schema 4: rules that the user added.
--
-- An edition is kept as the text of its file and checked again whenever it is read, so that a program
-- with other checks never scores with what it would refuse today.

CREATE TABLE editions (
  id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 60),
  file_name TEXT NOT NULL CHECK (length(file_name) > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  text TEXT NOT NULL CHECK (json_valid(text)),
  added_at TEXT NOT NULL CHECK (added_at GLOB '????-??-??T*Z')
) STRICT;

-- Which edition a partner is scored with whatever the date: one of these, or one of the product's own,
-- which stand in no table. A partner without a row is scored with the edition of the score date.
CREATE TABLE profile_editions (
  profile_id INTEGER PRIMARY KEY REFERENCES profiles (id) ON DELETE CASCADE,
  edition TEXT NOT NULL CHECK (length(edition) BETWEEN 1 AND 60)
) STRICT;
