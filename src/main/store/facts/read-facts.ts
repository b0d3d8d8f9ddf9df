import type { AzureFacts, CertificationFacts, Facts, SeatFacts } from '../../scoring/facts'
import type { ReadConnection } from '../connection'
import { certificationsInForce } from '../repositories/certifications'
import { azureKindsOf, seatKindsOf, tenantsOf } from '../repositories/dictionaries'
import { slicesInForce } from '../repositories/files'
import { datasetsOf } from '../repositories/usage'
import { azureKindColumns, seatKindColumns } from './kind-columns'
import { TenantIndex } from './tenant-index'
import { readUsageColumns } from './usage-columns'

/**
 * Everything the engine may ask about a profile, from the rollups of the slices in force. Amounts in
 * micro-dollars; names as the files spelt them. The caller gives the reads one state of the workspace.
 */
export function readFacts(connection: ReadConnection, profileId: number): Facts {
  const tenants = new TenantIndex(tenantsOf(connection, profileId))
  const azure = readAzure(connection, profileId, tenants)
  const m365 = readSeats(connection, profileId, tenants)
  const certifications = readCertifications(connection, profileId)
  return { tenants: tenants.tenants, azure, m365, certifications }
}

function readAzure(
  connection: ReadConnection,
  profileId: number,
  tenants: TenantIndex,
): AzureFacts {
  const slices = slicesInForce(connection, profileId, datasetsOf.azure_rollup)
  const columns = readUsageColumns(connection, 'azure_rollup', slices, tenants)
  return {
    ...azureKindColumns(columns.kind, azureKindsOf(connection, profileId)),
    months: columns.months,
    tenant: columns.tenant,
    month: columns.month,
    microUsd: columns.first,
  }
}

function readSeats(connection: ReadConnection, profileId: number, tenants: TenantIndex): SeatFacts {
  const slices = slicesInForce(connection, profileId, datasetsOf.m365_rollup)
  const columns = readUsageColumns(connection, 'm365_rollup', slices, tenants)
  return {
    ...seatKindColumns(columns.kind, seatKindsOf(connection, profileId)),
    months: columns.months,
    tenant: columns.tenant,
    month: columns.month,
    paidSeats: columns.first,
    activeSeats: columns.second,
  }
}

/** Certifications in force; "no data" is not 0. */
export function readCertifications(
  connection: ReadConnection,
  profileId: number,
): CertificationFacts {
  const imported = slicesInForce(connection, profileId, ['certifications']).length > 0
  return { imported, rows: certificationsInForce(connection, profileId) }
}
