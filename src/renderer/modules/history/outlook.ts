import type { Forecast } from '../../../shared/forecast'
import type { Tone } from '../../ui/tone'

export interface Outlook {
  readonly kind: 'failing' | 'gaining' | 'keeps' | 'stays'
  readonly tone: Tone
  /** The month in which the verdict turns, else the last one. */
  readonly month: string
}

/** What a forecast comes to: the first month with another verdict than its own date. */
export function outlook({ attained: now, points }: Pick<Forecast, 'attained' | 'points'>): Outlook {
  const turned = points.find(({ attained }) => attained !== now)
  const last = points.at(-1)?.month ?? ''
  if (turned === undefined)
    return now
      ? { kind: 'keeps', tone: 'met', month: last }
      : { kind: 'stays', tone: 'unmet', month: last }
  return turned.attained
    ? { kind: 'gaining', tone: 'met', month: turned.month }
    : { kind: 'failing', tone: 'unmet', month: turned.month }
}
