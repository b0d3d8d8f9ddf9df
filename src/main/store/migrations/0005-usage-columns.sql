-- Schema 5.
--
-- The monthly rollups once more, as the engine takes them: for each slice and kind of usage one column
-- of tenants and amounts. A slice never changes, so its columns cannot become stale: an import, a
-- replacement, a removal or its undo only decides which slices are in force. No rule is applied to
-- them, so any edition is computed from the same columns. Everything here can be made again from
-- the rollups, which are read instead where a column is missing or its checksum does not fit.

-- Slices whose columns are complete, with the number of their parts.
CREATE TABLE columned_slices (
  slice_id INTEGER PRIMARY KEY REFERENCES slices (id) ON DELETE CASCADE,
  parts INTEGER NOT NULL CHECK (parts >= 0)
) STRICT;

-- A slice of many rows is stored in parts while its file is being read.
CREATE TABLE column_parts (
  id INTEGER PRIMARY KEY,
  slice_id INTEGER NOT NULL REFERENCES slices (id) ON DELETE CASCADE,
  -- Every tenant of the part, whether or not its usage counts: ids in 4 bytes each, ascending.
  tenants BLOB NOT NULL,
  -- CRC-32 over slice, tenants, and the kinds of the part with their checksums.
  checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX column_parts_by_slice ON column_parts (slice_id);

CREATE TABLE usage_columns (
  part_id INTEGER NOT NULL REFERENCES column_parts (id) ON DELETE CASCADE,
  -- Of azure_kinds or m365_kinds, as the slice's file says.
  kind_id INTEGER NOT NULL,
  -- CRC-32 over slice, kind and content.
  checksum INTEGER NOT NULL,
  -- Little-endian: micro-dollars or paid seats (doubles), active seats (doubles, Microsoft 365 only),
  -- tenant ids (4 bytes each).
  content BLOB NOT NULL,
  PRIMARY KEY (part_id, kind_id)
) STRICT;
