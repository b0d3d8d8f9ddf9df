import type { ChartColours } from '../colours'

/** Colours whose names say what they are, for specs. */
export const colours: ChartColours = {
  ink: 'ink',
  inkSoft: 'ink-soft',
  hairline: 'hairline',
  control: 'control',
  surface: 'surface',
  accent: 'accent',
  short: 'short',
  solid: 'solid',
  hatched: 'hatched',
  dotted: 'dotted',
}
