import type { ReadingId, Score } from '../../shared/score'
import type { ReportLanguage } from './language'

type Alternative = Score['alternatives'][number]

/** One open question of the rules with the answer that was used, and what the others would give. */
export interface ReadingRow {
  readonly id: ReadingId
  readonly question: string
  readonly used: string
  /** One line for each answer that changes the result; empty where none does (SCORING.md "Readings"). */
  readonly others: readonly string[]
}

/** Every open question, in the order of the rules. */
export function readingRows(score: Score, language: ReportLanguage): ReadingRow[] {
  const { readings } = language.text
  return (Object.keys(readings) as ReadingId[]).map((id) => ({
    id,
    question: readings[id].question,
    used: valueText(id, score.readings[id], language),
    others: score.alternatives
      .filter(({ reading }) => reading === id)
      .map((alternative) => otherwise(alternative, language)),
  }))
}

/** Answers that change the result, those first that change whether it is attained. */
export function decidingReadings(score: Score): Alternative[] {
  const flips = ({ attained }: Alternative) => attained !== score.attained
  return score.alternatives.toSorted((a, b) => Number(flips(b)) - Number(flips(a)))
}

/** "counts whole steps only: 68.0 points, not attained". */
export function otherwise(alternative: Alternative, language: ReportLanguage): string {
  const { text, points } = language
  const { reading, value, totalShown, attained } = alternative
  const words = text.method
  const answer = valueText(reading, value, language)
  if (totalShown === null) return words.otherwiseNoTotal(answer)
  return words.otherwise(answer, points(totalShown), attained ? words.attained : words.notAttained)
}

/** The words for an answer; an answer of a newer edition that has none yet stands as it is. */
function valueText(id: ReadingId, value: string, { text }: ReportLanguage): string {
  const values: Readonly<Record<string, string>> = text.readings[id].values
  return values[value] ?? value
}
