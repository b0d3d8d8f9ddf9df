import { z } from 'zod'
import {
  changedImportSchema,
  erasedImportSchema,
  importEntrySchema,
  importId,
} from './import-history'
import { knownName, nameKind, treatedNameSchema, treatedNamesSchema } from './names'
import { profileId } from './primitives'
import { procedure } from './procedure'

const ofImport = z.strictObject({ importId })

/** The part of the contract about imports after they were made, and about what their names stand for. */
export const importProcedures = {
  'imports.history': procedure(
    'reader',
    z.strictObject({ profileId }),
    z.array(importEntrySchema),
    ['profile-not-found'],
  ),
  /** Undoes an import, whatever came after it. */
  'imports.withdraw': procedure('writer', ofImport, changedImportSchema, [
    'import-not-found',
    'import-withdrawn',
    'input-invalid',
  ]),
  'imports.restore': procedure('writer', ofImport, changedImportSchema, [
    'import-not-found',
    'import-in-force',
    'input-invalid',
  ]),
  /** Erases an undone import for good. */
  'imports.erase': procedure(
    'writer',
    ofImport,
    changedImportSchema.extend(erasedImportSchema.shape),
    ['import-not-found', 'import-in-force'],
  ),

  'names.list': procedure('reader', z.strictObject({}), treatedNamesSchema),
  /** From now on a name that no edition knows counts as one that is known. */
  'names.treat': procedure(
    'writer',
    z.strictObject({ kind: nameKind, name: knownName, treatAs: knownName }),
    treatedNameSchema,
    ['name-known', 'name-unknown'],
  ),
  'names.forget': procedure(
    'writer',
    z.strictObject({ kind: nameKind, name: knownName }),
    treatedNameSchema,
    ['name-not-treated'],
  ),
} as const
