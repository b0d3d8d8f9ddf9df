-- Schema 8: an import can be taken back, whatever came after it, and brought again.
--
-- What is in force? A slice whose import is not withdrawn, whose file does not repeat one that is in
-- force already, and that no later import in force has replaced. `superseded_by` stays what it was,
-- the first such import; it and `repeats` follow from the imports that are not withdrawn, in the
-- order of their ids, as if the others had never been, and are NULL where they decide nothing. Rows,
-- rollups and columns are not touched, so bringing an import back is exact.

ALTER TABLE imports ADD COLUMN withdrawn_at TEXT CHECK (withdrawn_at GLOB '????-??-??T*Z');
-- Name of the user at the operating system; NULL where it was not known.
ALTER TABLE imports ADD COLUMN imported_by TEXT CHECK (length(imported_by) > 0);
-- The file of an earlier import with the same content that was in force when this one came.
ALTER TABLE files ADD COLUMN repeats INTEGER REFERENCES files (id);
CREATE INDEX files_by_repeated_file ON files (repeats) WHERE repeats IS NOT NULL;

-- Whom a file names, and how: the names of customers and people are those of the last file in force.
-- No foreign key on tenants and people, as for the rows; `verify` proves the references instead.
CREATE TABLE file_tenants (
  file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
  tenant_id INTEGER NOT NULL,
  name TEXT CHECK (length(name) > 0),
  PRIMARY KEY (file_id, tenant_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE file_people (
  file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL,
  name TEXT CHECK (length(name) > 0),
  PRIMARY KEY (file_id, person_id)
) STRICT, WITHOUT ROWID;

-- Which file gave a name was not kept before: each file gets the names as they are now.
INSERT INTO file_tenants (file_id, tenant_id, name)
  SELECT u.file_id, u.tenant_id, t.name FROM (
    SELECT s.file_id, r.tenant_id FROM azure_rollup r JOIN slices s ON s.id = r.slice_id
    UNION
    SELECT s.file_id, r.tenant_id FROM m365_rollup r JOIN slices s ON s.id = r.slice_id
  ) u JOIN tenants t ON t.id = u.tenant_id;
INSERT INTO file_people (file_id, person_id, name)
  SELECT DISTINCT s.file_id, p.id, nullif(p.name, '')
  FROM certifications c JOIN slices s ON s.id = c.slice_id JOIN people p ON p.id = c.person_id;

-- 0: only withdrawn imports name this customer.
ALTER TABLE tenants ADD COLUMN in_use INTEGER NOT NULL DEFAULT 1 CHECK (in_use IN (0, 1));
CREATE INDEX tenants_out_of_use ON tenants (profile_id) WHERE in_use = 0;

-- What the consultant says a name stands for that no edition knows; of all partners alike.
CREATE TABLE name_aliases (
  kind TEXT NOT NULL CHECK (kind IN ('service', 'workload', 'offer', 'association', 'certification')),
  -- The name as it is compared: case and white space folded by the program.
  name_key TEXT NOT NULL CHECK (length(name_key) > 0),
  name TEXT NOT NULL CHECK (length(name) > 0),
  treat_as TEXT NOT NULL CHECK (length(treat_as) > 0),
  added_at TEXT NOT NULL CHECK (added_at GLOB '????-??-??T*Z'),
  PRIMARY KEY (kind, name_key)
) STRICT, WITHOUT ROWID;
