import { formatPoints, formatWholePoints, noData } from '../format/numbers'
import type { GaugeWords } from './score-gauge'

/** English words of the gauge, used where no others are given. */
export const gaugeWordsEn: GaugeWords = {
  noData,
  ofMax: (max) => `of ${max} points`,
  points: (shown) => formatPoints(shown),
  whole: (value) => formatWholePoints(value),
  verdicts: {
    attained: 'Attained',
    'minimum-missed': 'Minimum missed',
    'below-threshold': 'Below the line',
    'both-missed': 'Not attained',
    'no-data': 'No data',
  },
  label: ({ total, max, threshold, verdict }) =>
    `Score ${total} of ${max} points; ${threshold} points are needed. ${verdict}.`,
  labelNoData: ({ max, threshold }) =>
    `No score: there is no data yet. The scale reaches ${max} points; ${threshold} are needed.`,
}
