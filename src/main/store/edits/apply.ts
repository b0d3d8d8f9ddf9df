import type { Operation } from '../../services/edits/operations'
import type { WriteConnection } from '../connection'
import { actionById, putAction } from '../repositories/actions'
import { nameTenantByHand } from '../repositories/dictionaries'
import { chosenEditions, setChosenEdition } from '../repositories/editions'
import { manualTotalsOf, setManualTotals } from '../repositories/manual-totals'
import { noteById, putNote } from '../repositories/notes'
import {
  profileById,
  raiseRevision,
  renameProfile,
  revisionOf,
  setAnniversary,
} from '../repositories/profiles'
import { putScenario, scenarioById } from '../repositories/scenarios'
import { deleteSetting, readSetting, writeSetting } from '../repositories/settings'
import { snapshotById, putSnapshot } from '../repositories/snapshots'
import { applyEntry } from './apply-entry'
import { applyRow } from './apply-row'

/**
 * Carries out an operation inside the open transaction and returns the one that takes it back: both
 * say which state one place has afterwards. Throws `profile-not-found`, `profile-exists`,
 * `row-not-found`, `input-invalid` for amounts beyond what is exact.
 */
export function applyOperation(connection: WriteConnection, wanted: Operation): Operation {
  switch (wanted.kind) {
    case 'row':
      return applyRow(connection, wanted)
    case 'entry':
      return applyEntry(connection, wanted)
    case 'scenario': {
      const before = scenarioById(connection, wanted.id) ?? null
      putScenario(connection, wanted.id, wanted.scenario)
      return { ...wanted, scenario: before }
    }
    case 'action': {
      const before = actionById(connection, wanted.id) ?? null
      putAction(connection, wanted.id, wanted.action)
      return { ...wanted, action: before }
    }
    case 'note': {
      const before = noteById(connection, wanted.id) ?? null
      putNote(connection, wanted.id, wanted.note)
      return { ...wanted, note: before }
    }
    case 'snapshot': {
      const before = snapshotById(connection, wanted.id) ?? null
      putSnapshot(connection, wanted.id, wanted.snapshot)
      return { ...wanted, snapshot: before }
    }
    case 'setting': {
      const before = (readSetting(connection, wanted.key) ?? null) as typeof wanted.value
      if (wanted.value === null) deleteSetting(connection, wanted.key)
      else writeSetting(connection, wanted.key, wanted.value)
      return { ...wanted, value: before }
    }
    case 'customer-name':
      return applyCustomerName(connection, wanted)
    case 'partner-name':
    case 'anniversary':
    case 'edition':
    case 'totals':
      return applyToProfile(connection, wanted)
  }
}

function applyCustomerName(
  connection: WriteConnection,
  wanted: Extract<Operation, { kind: 'customer-name' }>,
): Operation {
  const name = nameTenantByHand(connection, wanted.tenant, wanted.name)
  const tenant = connection.get<{ profileId: number }>(
    'SELECT profile_id AS profileId FROM tenants WHERE id = ?',
    wanted.tenant,
  )
  if (tenant) raiseRevision(connection, tenant.profileId)
  return { ...wanted, name }
}

function applyToProfile(
  connection: WriteConnection,
  wanted: Extract<Operation, { kind: 'partner-name' | 'anniversary' | 'edition' | 'totals' }>,
): Operation {
  const { profileId } = wanted
  revisionOf(connection, profileId)
  if (wanted.kind === 'partner-name') {
    const before = profileById(connection, profileId)?.name ?? ''
    renameProfile(connection, profileId, wanted.name)
    return { ...wanted, name: before }
  }
  if (wanted.kind === 'anniversary') {
    const before = profileById(connection, profileId)?.anniversary ?? null
    setAnniversary(connection, profileId, wanted.month)
    raiseRevision(connection, profileId)
    return { ...wanted, month: before }
  }
  if (wanted.kind === 'edition') {
    const before = chosenEditions(connection).get(profileId) ?? null
    setChosenEdition(connection, profileId, wanted.edition)
    return { ...wanted, edition: before }
  }
  const before = manualTotalsOf(connection, profileId) ?? null
  setManualTotals(connection, profileId, wanted.state && { ...wanted.state })
  raiseRevision(connection, profileId)
  return { ...wanted, state: before && { ...before } }
}
