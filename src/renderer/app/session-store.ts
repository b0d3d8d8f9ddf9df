import { defineStore } from 'pinia'
import type { MetricId, Score } from '../../shared/score'
import type { Overrides } from '../../shared/scenarios'

export type ShellDialog =
  | 'switcher'
  | 'new-partner'
  | 'shortcuts'
  | 'palette'
  | 'add-usage'
  | 'add-seats'
  | 'add-certification'
  | 'totals'

interface Session {
  /** The partner the window shows, or showed last before it went to the portfolio. */
  profileId: number | null
  /** Score dates chosen in this session, by profile; without one the profile's own holds. */
  scoreDates: Record<number, string>
  /** The rule edition of the score shown last, by profile; the status bar names it. */
  editions: Record<number, string>
  /** The metrics of that score; the rail lists them. */
  metrics: Record<number, MetricId[]>
  /** Changes of scenarios that were not saved yet, by scenario. */
  scenarioDrafts: Record<number, { readonly profileId: number; readonly overrides: Overrides }>
  dialog: ShellDialog | null
  privacy: boolean
  /** What was chosen in the palette, the latest first. */
  recent: string[]
}

/** What the window remembers until it is closed. */
export const useSessionStore = defineStore('session', {
  state: (): Session => ({
    profileId: null,
    scoreDates: {},
    editions: {},
    metrics: {},
    scenarioDrafts: {},
    dialog: null,
    privacy: false,
    recent: [],
  }),
})

/** Keeps what the frame of the window says about the score shown last. */
export function rememberScore(
  session: ReturnType<typeof useSessionStore>,
  profileId: number,
  { edition, metrics }: Score,
): void {
  session.editions[profileId] = edition
  session.metrics[profileId] = metrics.map(({ id }) => id)
}
