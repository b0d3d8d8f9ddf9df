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

/** Says that a file which counts names a customer, and how; null leaves the name it has. */
export function useTenant(connection: WriteConnection, id: number, name: string | null): void {
  connection.run('UPDATE tenants SET name = coalesce(?, name), in_use = 1 WHERE id = ?', name, id)
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
