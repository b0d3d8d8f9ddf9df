import type { ReadConnection, WriteConnection } from '../connection'

export interface TenantRow {
  readonly id: number
  readonly guid: string
  readonly name: string | null
  /** 0: only withdrawn imports name it. */
  readonly inUse: number
}

export interface AzureKindRow {
  readonly id: number
  readonly service: string
  readonly offer: string | null
  readonly association: string | null
  readonly duplicate: number
}

export interface SeatKindRow {
  readonly id: number
  readonly workload: string
  readonly association: string | null
  readonly duplicate: number
}

export interface PersonRow {
  readonly id: number
  readonly identity: string
  readonly name: string
}

export function tenantsOf(connection: ReadConnection, profileId: number): TenantRow[] {
  return connection.all(
    'SELECT id, guid, name, in_use AS inUse FROM tenants WHERE profile_id = ?',
    profileId,
  )
}

/** Customers whom a file names that is not withdrawn. */
export function countTenants(connection: ReadConnection, profileId: number): number {
  // Two indexes, where asking each row would read the table.
  const sql = `SELECT (SELECT count(*) FROM tenants WHERE profile_id = :profileId)
    - (SELECT count(*) FROM tenants WHERE profile_id = :profileId AND in_use = 0) AS n`
  return connection.get<{ n: number }>(sql, { profileId })?.n ?? 0
}

export function insertTenant(connection: WriteConnection, profileId: number, guid: string): number {
  return connection.insert('INSERT INTO tenants (profile_id, guid) VALUES (?, ?)', profileId, guid)
}

/**
 * Says that a file which counts names a customer, and how; null leaves the name it has, and a name
 * given by hand stays in effect.
 */
export function useTenant(connection: WriteConnection, id: number, name: string | null): void {
  const byHand = 'UPDATE tenant_file_names SET name = coalesce(?, name) WHERE tenant_id = ?'
  const inEffect = connection.run(byHand, name, id) > 0 ? null : name
  const sql = 'UPDATE tenants SET name = coalesce(?, name), in_use = 1 WHERE id = ?'
  connection.run(sql, inEffect, id)
}

/** Tenants that were renamed by hand, with the name that the files have for them. */
export function fileNamesOf(
  connection: ReadConnection,
  profileId: number,
): { readonly id: number; readonly name: string | null }[] {
  return connection.all(
    `SELECT n.tenant_id AS id, n.name FROM tenant_file_names n JOIN tenants t ON t.id = n.tenant_id
     WHERE t.profile_id = ?`,
    profileId,
  )
}

/**
 * Gives a tenant a name by hand, or with null that of the files again. Returns what would put back
 * the name that was in effect.
 */
export function nameTenantByHand(
  connection: WriteConnection,
  id: number,
  name: string | null,
): string | null {
  const inEffect = connection.get<{ name: string | null }>(
    'SELECT name FROM tenants WHERE id = ?',
    id,
  )
  const ofFiles = connection.get<{ name: string | null }>(
    'SELECT name FROM tenant_file_names WHERE tenant_id = ?',
    id,
  )
  if (name === null) {
    if (ofFiles) connection.run('UPDATE tenants SET name = ? WHERE id = ?', ofFiles.name, id)
    connection.run('DELETE FROM tenant_file_names WHERE tenant_id = ?', id)
  } else {
    if (!ofFiles) {
      const sql = 'INSERT INTO tenant_file_names (tenant_id, name) VALUES (?, ?)'
      connection.run(sql, id, inEffect?.name ?? null)
    }
    connection.run('UPDATE tenants SET name = ? WHERE id = ?', name, id)
  }
  return ofFiles ? (inEffect?.name ?? null) : null
}

export function tenantByGuid(
  connection: ReadConnection,
  profileId: number,
  guid: string,
): { readonly id: number; readonly name: string | null } | undefined {
  const sql = 'SELECT id, name FROM tenants WHERE profile_id = ? AND guid = ?'
  return connection.get(sql, profileId, guid)
}

export function locationsOf(
  connection: ReadConnection,
  profileId: number,
): { readonly id: number; readonly mpnId: string }[] {
  return connection.all('SELECT id, mpn_id AS mpnId FROM locations WHERE profile_id = ?', profileId)
}

export function insertLocation(
  connection: WriteConnection,
  profileId: number,
  mpnId: string,
): number {
  return connection.insert(
    'INSERT INTO locations (profile_id, mpn_id) VALUES (?, ?)',
    profileId,
    mpnId,
  )
}

export function azureKindsOf(connection: ReadConnection, profileId: number): AzureKindRow[] {
  return connection.all(
    'SELECT id, service, offer, association, duplicate FROM azure_kinds WHERE profile_id = ?',
    profileId,
  )
}

export function insertAzureKind(
  connection: WriteConnection,
  profileId: number,
  kind: Omit<AzureKindRow, 'id'>,
): number {
  return connection.insert(
    'INSERT INTO azure_kinds (profile_id, service, offer, association, duplicate) VALUES (?, ?, ?, ?, ?)',
    profileId,
    kind.service,
    kind.offer,
    kind.association,
    kind.duplicate,
  )
}

export function seatKindsOf(connection: ReadConnection, profileId: number): SeatKindRow[] {
  return connection.all(
    'SELECT id, workload, association, duplicate FROM m365_kinds WHERE profile_id = ?',
    profileId,
  )
}

export function insertSeatKind(
  connection: WriteConnection,
  profileId: number,
  kind: Omit<SeatKindRow, 'id'>,
): number {
  return connection.insert(
    'INSERT INTO m365_kinds (profile_id, workload, association, duplicate) VALUES (?, ?, ?, ?)',
    profileId,
    kind.workload,
    kind.association,
    kind.duplicate,
  )
}

export function peopleOf(connection: ReadConnection, profileId: number): PersonRow[] {
  return connection.all('SELECT id, identity, name FROM people WHERE profile_id = ?', profileId)
}

export function personByIdentity(
  connection: ReadConnection,
  profileId: number,
  identity: string,
): { readonly id: number; readonly name: string } | undefined {
  const sql = 'SELECT id, name FROM people WHERE profile_id = ? AND identity = ?'
  return connection.get(sql, profileId, identity)
}

export function insertPerson(
  connection: WriteConnection,
  profileId: number,
  identity: string,
  name: string,
): number {
  return connection.insert(
    'INSERT INTO people (profile_id, identity, name) VALUES (?, ?, ?)',
    profileId,
    identity,
    name,
  )
}

export function renamePerson(connection: WriteConnection, id: number, name: string): void {
  connection.run('UPDATE people SET name = ? WHERE id = ?', name, id)
}

const DICTIONARIES = {
  tenant: 'tenants',
  person: 'people',
  location: 'locations',
  'azure-usage': 'azure_kinds',
  'm365-usage': 'm365_kinds',
} as const

/** Deletes an entry that nothing refers to. */
export function deleteEntry(
  connection: WriteConnection,
  dictionary: keyof typeof DICTIONARIES,
  id: number,
): void {
  connection.run(`DELETE FROM ${DICTIONARIES[dictionary]} WHERE id = ?`, id)
}

/** The highest id of a dictionary: entries that come later are above it. */
export function lastEntry(
  connection: ReadConnection,
  dictionary: keyof typeof DICTIONARIES,
): number {
  const sql = `SELECT coalesce(max(id), 0) AS last FROM ${DICTIONARIES[dictionary]}`
  return connection.get<{ last: number }>(sql)?.last ?? 0
}
