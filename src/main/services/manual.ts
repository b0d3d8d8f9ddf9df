import { SeventyError } from '../../shared/errors'
import type { EditionTotals, ManualTotals, ManualView, TotalsField } from '../../shared/manual'
import type { Edition } from '../rules/edition-schema'
import { totalsFields } from '../scoring/typed-totals'
import { carryOut, type EditableWorkspace } from './edits/log'
import type { Clock, ReadableWorkspace } from './ports'
import { requireProfile } from './profiles'
import type { Scores } from './scores'

/**
 * Partners without any file: totals that somebody typed in for a first talk. They count for as long
 * as nothing is imported or entered; the files then take over, and the totals may be removed.
 */

/** The totals of a partner and what may be typed in. Throws `profile-not-found`. */
export function manualView(
  workspace: Pick<ReadableWorkspace, 'profileById' | 'profileState' | 'manualTotals'>,
  scores: Scores,
  profileId: number,
): ManualView {
  requireProfile(workspace, profileId)
  const typed = workspace.manualTotals(profileId)
  return {
    totals: typed?.totals ?? null,
    typedIn: typed ? { at: typed.at, who: typed.who } : null,
    overtaken: typed !== undefined && workspace.profileState(profileId).files > 0,
    editions: scores.editionsOf(profileId).map((edition) => ({
      ...{ id: edition.id, title: edition.title, track: edition.track },
      fields: totalsFields(edition),
    })),
  }
}

/**
 * Keeps totals in place of those before, as one step that can be undone. Throws `profile-not-found`,
 * `edition-not-found`, `edition-invalid`, `totals-invalid`.
 */
export function setManualTotals(
  context: {
    readonly workspace: EditableWorkspace
    readonly clock: Clock
    readonly scores: Scores
  },
  { profileId, totals }: { readonly profileId: number; readonly totals: ManualTotals },
): void {
  const { workspace, clock, scores } = context
  workspace.transaction(() => {
    requireProfile(workspace, profileId)
    for (const each of totals.editions) checkTotals(scores.edition(each.edition), each)
    if (new Set(totals.editions.map(({ edition }) => edition)).size < totals.editions.length) {
      throw invalid('Each edition is given once.', {})
    }
    const state = { at: clock.now(), who: workspace.who, totals }
    carryOut(
      workspace,
      clock,
      { profileId, label: 'totals-typed', values: {} },
      { kind: 'totals', profileId, state },
    )
  })
}

/** Takes the totals away, as one step that can be undone. Throws `profile-not-found`. */
export function clearManualTotals(
  { workspace, clock }: { readonly workspace: EditableWorkspace; readonly clock: Clock },
  profileId: number,
): void {
  workspace.transaction(() => {
    requireProfile(workspace, profileId)
    const step = { profileId, label: 'totals-removed', values: {} } as const
    carryOut(workspace, clock, step, { kind: 'totals', profileId, state: null })
  })
}

/** Every number has to be one that the edition asks for, and every count a whole number from 0 on. */
function checkTotals(edition: Edition, totals: EditionTotals): void {
  const fields = totalsFields(edition)
  const asked = new Map(fields.map((field) => [keyOf(field), field]))
  const given = [
    ...totals.streams.map((each) => ({ ...each, kind: 'stream' as const })),
    ...totals.steps.map((each) => ({ ...each, kind: 'step' as const })),
  ]
  const keys = new Set(given.map(keyOf))
  if (keys.size < given.length) throw invalid('Each number is given once.', { edition: edition.id })
  for (const each of given) {
    const field = asked.get(keyOf(each))
    if (!field) {
      throw invalid(`Edition ${edition.id} does not ask for ${keyOf(each)}.`, {
        field: keyOf(each),
      })
    }
    if (each.kind === 'step' || field.kind === 'step' || field.unit === 'usd') continue
    for (const value of [each.current, each.previous]) {
      if (Number.isInteger(value) && value >= 0) continue
      const message = `${keyOf(each)}: "${String(value)}" is not a count. Type in a whole number from 0 on.`
      throw invalid(message, { field: keyOf(each), value })
    }
  }
  for (const field of fields) {
    if (field.kind !== 'step' || keys.has(keyOf(field))) continue
    if (!totals.steps.some(({ metricId }) => metricId === field.metricId)) continue
    const message = `${keyOf(field)} is missing. Type in the people of every step, or of none.`
    throw invalid(message, { field: keyOf(field) })
  }
}

type Key =
  | Pick<TotalsField & { kind: 'stream' }, 'kind' | 'metricId' | 'stream'>
  | Pick<TotalsField & { kind: 'step' }, 'kind' | 'metricId' | 'step'>

function keyOf(field: Key): string {
  return `${field.metricId} ${field.kind === 'stream' ? field.stream : field.step}`
}

function invalid(message: string, details: Readonly<Record<string, unknown>>): SeventyError {
  return new SeventyError('totals-invalid', message, details)
}
