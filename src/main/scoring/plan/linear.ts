/**
 * A linear program of a few dozen columns: least Σ costs × values, every row Σ coefficients × values
 * at most `most`, every value from 0 to `upper`. Costs are not negative and uppers are finite.
 */
export class LinearProgram {
  readonly costs: number[] = []
  readonly uppers: number[] = []
  readonly rows: { readonly coefficients: Map<number, number>; most: number }[] = []

  /** Adds a column and returns its position. */
  column(cost: number, upper: number): number {
    this.uppers.push(upper)
    return this.costs.push(cost) - 1
  }

  /** Adds a row of pairs of column and coefficient; those of one column add up. */
  row(most: number, pairs: Iterable<readonly [column: number, coefficient: number]>): void {
    const coefficients = new Map<number, number>()
    for (const [column, coefficient] of pairs)
      coefficients.set(column, (coefficients.get(column) ?? 0) + coefficient)
    this.rows.push({ most, coefficients })
  }

  /**
   * What any values cost at least, by prices of the rows (not negative, whatever they are): each
   * column pays for what it takes from the rows and is used fully where that is a gain. It needs no
   * trust in how the prices were found, so a rounding error there cannot make it say too much.
   */
  costAtLeast(prices: readonly number[], costs: readonly number[] = this.costs): number {
    const charged = [...costs]
    let least = 0
    this.rows.forEach(({ coefficients, most }, row) => {
      const price = prices[row] as number
      if (price === 0) return
      least -= price * most
      for (const [column, coefficient] of coefficients)
        charged[column] = (charged[column] as number) + price * coefficient
    })
    charged.forEach((charge, column) => {
      if (charge < 0) least += charge * (this.uppers[column] as number)
    })
    return least
  }
}

export interface Relaxed {
  /** No values cost less. */
  readonly least: number
  /** The values of least cost, by column; approximate. */
  readonly values: readonly number[]
}

/** Below this a number of the table is taken for 0. */
const HAIR = 1e-9
/** Pivots after which the bound has to do; usual are twenty. */
const PIVOTS_AT_MOST = 500
/** Pivots after which ties are broken by position, which ends every cycle. */
const PIVOTS_BEFORE_ORDER = 100

/**
 * The least cost and its values; null where no values fit all rows. Stops early once the cost is
 * known to be `enough`.
 */
export function solve(program: LinearProgram, enough: number): Relaxed | null {
  const table = new Table(program)
  for (let pivots = 0; pivots < PIVOTS_AT_MOST; pivots++) {
    const row = table.worstRow(pivots >= PIVOTS_BEFORE_ORDER)
    if (row < 0) break
    const column = table.enteringColumn(row)
    if (column < 0) {
      const impossible = program.costAtLeast(
        table.pricesOf(row),
        program.costs.map(() => 0),
      )
      if (impossible > HAIR) return null
      break
    }
    table.pivot(row, column)
    if (table.cost >= enough) break
  }
  return { least: program.costAtLeast(table.prices()), values: table.values() }
}

/**
 * The dual simplex method on a dense table. A row says: its basic variable is `right` minus the row
 * times the variables at their ends. Variables are the columns of the program, then one slack a row.
 * A variable at its upper end is counted from there (`turned`), so all that are not basic are 0.
 */
class Table {
  cost = 0
  private readonly rows: Float64Array[]
  private readonly right: Float64Array
  private readonly reduced: Float64Array
  private readonly basic: number[]
  private readonly free: number[]
  private readonly turned: Uint8Array

  constructor(private readonly program: LinearProgram) {
    const { costs, rows } = program
    this.rows = rows.map(({ coefficients }) => {
      const row = new Float64Array(costs.length)
      for (const [column, coefficient] of coefficients) row[column] = coefficient
      return row
    })
    this.right = Float64Array.from(rows, ({ most }) => most)
    this.reduced = Float64Array.from(costs)
    this.basic = rows.map((_, row) => costs.length + row)
    this.free = costs.map((_, column) => column)
    this.turned = new Uint8Array(costs.length)
  }

  private upperOf(variable: number): number {
    return this.program.uppers[variable] ?? Infinity
  }

  /** The row whose variable is furthest outside its ends, or the first one; −1: none is. */
  worstRow(first: boolean): number {
    let worst = -1
    let most = HAIR
    for (let row = 0; row < this.rows.length; row++) {
      const value = this.right[row] as number
      const outside = Math.max(-value, value - this.upperOf(this.basic[row] as number))
      if (outside <= most) continue
      worst = row
      if (first) break
      most = outside
    }
    if (worst >= 0 && (this.right[worst] as number) > 0) this.turn(worst)
    return worst
  }

  /** Counts the variable of a row from its upper end. */
  private turn(row: number): void {
    const variable = this.basic[row] as number
    this.right[row] = this.upperOf(variable) - (this.right[row] as number)
    const cells = this.rows[row] as Float64Array
    for (let column = 0; column < cells.length; column++) cells[column] = -(cells[column] as number)
    this.turned[variable] = 1 - (this.turned[variable] as number)
  }

  /** The variable that may leave its end at the least cost for each part that the row gains; −1: none. */
  enteringColumn(row: number): number {
    const cells = this.rows[row] as Float64Array
    let entering = -1
    let least = Infinity
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column] as number
      if (cell >= -HAIR) continue
      const ratio = (this.reduced[column] as number) / -cell
      // Of equal ratios the largest cell, which keeps rounding errors small.
      const better = ratio < least - HAIR || (ratio <= least && cell < (cells[entering] as number))
      if (!better) continue
      least = ratio
      entering = column
    }
    return entering
  }

  pivot(row: number, column: number): void {
    const cells = this.rows[row] as Float64Array
    const divisor = cells[column] as number
    for (let each = 0; each < cells.length; each++) cells[each] = (cells[each] as number) / divisor
    cells[column] = 1 / divisor
    const moved = (this.right[row] as number) / divisor
    this.right[row] = moved
    for (let other = 0; other < this.rows.length; other++) {
      if (other === row) continue
      const factor = eliminate(this.rows[other] as Float64Array, cells, column)
      this.right[other] = (this.right[other] as number) - factor * moved
    }
    this.cost += eliminate(this.reduced, cells, column) * moved
    const leaving = this.basic[row] as number
    this.basic[row] = this.free[column] as number
    this.free[column] = leaving
  }

  values(): number[] {
    const values = this.program.costs.map(() => 0)
    this.basic.forEach((variable, row) => {
      if (variable < values.length) values[variable] = this.right[row] as number
    })
    return values.map((value, column) => {
      const upper = this.program.uppers[column] as number
      return Math.min(upper, Math.max(0, this.turned[column] ? upper - value : value))
    })
  }

  /** What one part more of each row's room would save. */
  prices(): number[] {
    return this.slacksIn(this.reduced)
  }

  /** The rows, each so many times, that together say why a row's variable cannot reach its end. */
  pricesOf(row: number): number[] {
    const prices = this.slacksIn(this.rows[row] as Float64Array)
    const slack = (this.basic[row] as number) - this.program.costs.length
    if (slack >= 0) prices[slack] = 1
    return prices
  }

  private slacksIn(cells: Float64Array): number[] {
    const columns = this.program.costs.length
    const prices = this.rows.map(() => 0)
    this.free.forEach((variable, column) => {
      if (variable >= columns) prices[variable - columns] = Math.max(0, cells[column] as number)
    })
    return prices
  }
}

/** Takes the pivot's row out of another one so often that its cell of the column goes; returns how often. */
function eliminate(cells: Float64Array, pivot: Float64Array, column: number): number {
  const factor = cells[column] as number
  if (factor === 0) return 0
  for (let each = 0; each < cells.length; each++)
    cells[each] = (cells[each] as number) - factor * (pivot[each] as number)
  cells[column] = -factor * (pivot[column] as number)
  return factor
}
