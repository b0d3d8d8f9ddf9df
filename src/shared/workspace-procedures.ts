import { z } from 'zod'
import { profileId } from './primitives'
import { job, procedure } from './procedure'

/** At most so many customers, and so many people, are named by a search. */
export const FOUND_AT_MOST = 20

/** At most so many entries of the audit log are listed. */
export const AUDIT_ENTRIES_SHOWN = 200

const nothing = z.strictObject({})

/** A customer (id: its tenant) or a person (id: the e-mail address or the like); null: no name. */
export const foundSchema = z.object({ id: z.string(), name: z.string().nullable() })
export type Found = z.infer<typeof foundSchema>

export const auditEntrySchema = z.object({
  id: z.int().positive(),
  /** ISO 8601 in UTC. */
  at: z.string(),
  action: z.string(),
  /** The partner, file or edition that it was done to. */
  subject: z.string(),
  details: z.json(),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>

export const workspaceCheckSchema = z.object({
  ok: z.boolean(),
  schemaVersion: z.int().positive(),
  checks: z.array(z.object({ id: z.string(), ok: z.boolean(), message: z.string() })),
})
export type WorkspaceCheck = z.infer<typeof workspaceCheckSchema>

/** What is asked about the workspace as a whole, and what it is searched for. */
export const workspaceProcedures = {
  /** Customers and people of a partner whose name or id fits what was typed, best first. */
  'search.find': procedure(
    'reader',
    z.strictObject({ profileId, text: z.string().trim().min(1).max(200) }),
    z.object({ customers: z.array(foundSchema), people: z.array(foundSchema) }),
    ['profile-not-found'],
  ),
  /** Where the workspace is, and its size with the log of what was written last, in bytes. */
  'workspace.state': procedure(
    'reader',
    nothing,
    z.object({ path: z.string(), bytes: z.int().nonnegative() }),
  ),
  /** What was done to the workspace, the latest first. */
  'workspace.audit': procedure('reader', nothing, z.array(auditEntrySchema)),
  /** Asks where to save and copies the workspace. `null`: the user closed the dialog. */
  'workspace.backup': job(
    'desktop',
    nothing,
    z.object({ name: z.string(), bytes: z.int().positive() }).nullable(),
    ['output-unwritable', 'backup-damaged', 'cancelled'],
  ),
  /** Proves every page and row of the workspace; what is wrong is part of the answer. */
  'workspace.verify': job('desktop', nothing, workspaceCheckSchema, ['cancelled']),
} as const
