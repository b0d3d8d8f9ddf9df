import type { StreamId } from '../../shared/score'

/** How a stream is called in a sentence. */
export const streamNames: Readonly<Record<StreamId, string>> = {
  azure: 'Azure',
  m365: 'Microsoft 365',
}

const NAMES_IN_SENTENCE = 5

/** The first names of a list, and how many follow. */
export function listed(names: readonly string[]): string {
  const first = names.slice(0, NAMES_IN_SENTENCE).join(', ')
  const rest = names.length - NAMES_IN_SENTENCE
  return rest > 0 ? `${first} and ${String(rest)} more` : first
}
