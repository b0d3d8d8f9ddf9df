import type { UsageChoice } from './usage-choices'

/** Some of a choice that follow one another, and what one of them gives to each stream at most. */
export interface Piece {
  readonly count: number
  readonly each: readonly number[]
}

/**
 * What the ones from `low` to `high` of a choice give at most, however many are taken: pieces of which
 * each gives no more than the one before. Where all give the same that is exact. Of a list it is the
 * lowest line above what the first n give that never bends upwards, so that parts of people never give
 * more than needed for the whole ones; pieces that grow in size keep it short.
 */
export function piecesOf({ gains, isUniform }: UsageChoice, low: number, high: number): Piece[] {
  if (low === high) return []
  if (isUniform) return [{ count: high - low, each: gains.map((own) => own[1] as number) }]
  const slopes = gains.map((own) => slopesAbove(own, low, high))
  const pieces: Piece[] = []
  for (let from = 0, size = 1; from < high - low; from += size, size *= 2) {
    const count = Math.min(size, high - low - from)
    const each = slopes.map((own) => own[from] as number)
    const before = pieces.at(-1)
    const isSame = before?.each.every((slope, stream) => slope === each[stream])
    if (before && isSame) pieces[pieces.length - 1] = { ...before, count: before.count + count }
    else pieces.push({ count, each })
  }
  return pieces
}

/** The slopes, one for each from `low` to `high`, of the lowest such line above what the first n give. */
function slopesAbove(gains: Float64Array, low: number, high: number): Float64Array {
  const slope = (from: number, to: number) =>
    ((gains[to] as number) - (gains[from] as number)) / (to - from)
  const corners = [low]
  for (let n = low + 1; n <= high; n++) {
    let last = corners.length - 1
    while (
      last > 0 &&
      slope(corners[last - 1] as number, corners[last] as number) <=
        slope(corners[last] as number, n)
    ) {
      corners.pop()
      last--
    }
    corners.push(n)
  }
  const slopes = new Float64Array(high - low)
  for (let corner = 1; corner < corners.length; corner++) {
    const [from, to] = [corners[corner - 1] as number, corners[corner] as number]
    slopes.fill(slope(from, to), from - low, to - low)
  }
  return slopes
}
