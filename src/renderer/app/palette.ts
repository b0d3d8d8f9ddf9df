import { acceleratorOf, commands, type CommandId } from '../../shared/commands'
import { fitting } from '../../shared/fuzzy'
import type { ProfileSummary } from '../../shared/profiles'
import type { Found } from '../../shared/workspace-procedures'
import { keyCaps, type Platform } from './accelerators'

/** What choosing an entry does. */
export type PaletteTarget =
  | { readonly kind: 'command'; readonly id: CommandId }
  | { readonly kind: 'partner'; readonly id: number }
  | { readonly kind: 'customer' | 'person'; readonly id: string }

export type PaletteGroupId = 'recent' | 'screens' | 'commands' | 'partners' | 'customers' | 'people'

export interface PaletteEntry {
  /** The same whenever the same thing is offered. */
  readonly key: string
  readonly target: PaletteTarget
  readonly text: string
  /** What tells namesakes apart; it is searched as well. */
  readonly note: string
  readonly caps: readonly string[]
}

export interface PaletteGroup {
  readonly id: PaletteGroupId
  readonly entries: readonly PaletteEntry[]
}

const RECENT_AT_MOST = 5

/** Every command but the one that opened the palette, screens apart from the rest. */
export function commandEntries(platform: Platform): Record<'screens' | 'commands', PaletteEntry[]> {
  const entries = commands.flatMap((command) => {
    if (command.id === 'palette.open') return []
    const accelerator = acceleratorOf(command, platform)
    const caps = accelerator === undefined ? [] : keyCaps(accelerator, platform)
    const target = { kind: 'command' as const, id: command.id }
    return [{ key: command.id, target, text: command.label, note: '', caps }]
  })
  const isScreen = ({ key }: PaletteEntry) => key.startsWith('go.')
  return {
    screens: entries.filter(isScreen),
    commands: entries.filter((entry) => !isScreen(entry)),
  }
}

export function partnerEntries(profiles: readonly ProfileSummary[]): PaletteEntry[] {
  return profiles.map(({ id, name, mpnId }) => ({
    key: `partner ${String(id)}`,
    target: { kind: 'partner', id },
    text: name,
    note: mpnId ?? '',
    caps: [],
  }))
}

/** Customers or people as the search of a partner found them. */
export function foundEntries(
  kind: 'customer' | 'person',
  profileId: number,
  found: readonly Found[],
): PaletteEntry[] {
  return found.map(({ id, name }) => ({
    key: `${kind} ${String(profileId)} ${id}`,
    target: { kind, id },
    text: name ?? id,
    note: name === null ? '' : id,
    caps: [],
  }))
}

/**
 * What the palette offers: nothing typed, what was chosen lately and then everything; else what fits,
 * in each group that which was chosen lately first. `found` fits already. Groups without an entry are
 * left out.
 */
export function paletteGroups(
  known: Readonly<Record<'screens' | 'commands' | 'partners', readonly PaletteEntry[]>>,
  found: Readonly<Record<'customers' | 'people', readonly PaletteEntry[]>>,
  sought: string,
  recent: readonly string[],
): PaletteGroup[] {
  const typed = sought.trim() !== ''
  const all = [...known.screens, ...known.commands, ...known.partners]
  const lately = typed
    ? []
    : recent.flatMap((key) => all.find((entry) => entry.key === key) ?? []).slice(0, RECENT_AT_MOST)
  const rest = (entries: readonly PaletteEntry[]) =>
    latelyFirst(
      fitting(entries, ({ text, note }) => `${text} ${note}`.trim(), sought, true),
      recent,
    ).filter((entry) => !lately.includes(entry))
  const groups: PaletteGroup[] = [
    { id: 'recent', entries: lately },
    { id: 'screens', entries: rest(known.screens) },
    { id: 'commands', entries: rest(known.commands) },
    { id: 'partners', entries: rest(known.partners) },
    { id: 'customers', entries: typed ? latelyFirst(found.customers, recent) : [] },
    { id: 'people', entries: typed ? latelyFirst(found.people, recent) : [] },
  ]
  return groups.filter(({ entries }) => entries.length > 0)
}

function latelyFirst(entries: readonly PaletteEntry[], recent: readonly string[]): PaletteEntry[] {
  const rank = ({ key }: PaletteEntry) => {
    const at = recent.indexOf(key)
    return at < 0 ? recent.length : at
  }
  return entries.toSorted((a, b) => rank(a) - rank(b))
}
