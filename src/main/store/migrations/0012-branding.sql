-- Schema 12: how the reports for one partner look where that differs from the firm's own, which is a
-- setting of the workspace. It goes with the partner.

CREATE TABLE profile_branding (
  profile_id INTEGER PRIMARY KEY REFERENCES profiles (id) ON DELETE CASCADE,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;
