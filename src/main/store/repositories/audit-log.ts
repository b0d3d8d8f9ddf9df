import type { WriteConnection } from '../connection'

export interface AuditEntry {
  readonly at: string
  readonly action: string
  readonly subject: string
  readonly details: unknown
}

/** Adds one line to the log; none is ever changed or removed. */
export function appendAudit(connection: WriteConnection, entry: AuditEntry): void {
  connection.run(
    'INSERT INTO audit_log (at, action, subject, details) VALUES (?, ?, ?, ?)',
    entry.at,
    entry.action,
    entry.subject,
    JSON.stringify(entry.details ?? null),
  )
}
