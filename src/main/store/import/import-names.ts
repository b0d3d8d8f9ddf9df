import type { Month } from '../../../shared/calendar'
import type { NameKind } from '../../../shared/names'
import type { NameQuestion, NameUse } from '../../services/import-effect'
import type { ReadConnection } from '../connection'
import { azureNamesOf } from '../facts/month-totals'
import { sliceColumns } from '../facts/slice-columns'
import { seatKindsOf } from '../repositories/dictionaries'
import { slicesOfImport } from '../repositories/imports'
import { datasetsOf } from '../repositories/usage'
import { titlesIn } from '../repositories/subjects'

/** How much hangs on one name. */
interface Use {
  readonly kind: NameKind
  readonly name: string
  readonly subjects: Set<number>
  microUsd: number | null
  /** Of the newest month so far, by customer. */
  month: Month
  seats: Map<number, number> | null
}

/**
 * The names of an import's own rows that are asked for, with the customers and amounts that hang on
 * them. Only columns of kinds with such a name are read.
 */
export function namesInImport(
  connection: ReadConnection,
  profileId: number,
  importId: number,
  question: NameQuestion,
): NameUse[] {
  const uses = new Uses(question)
  addAzure(connection, profileId, importId, uses)
  addSeats(connection, profileId, importId, uses)
  for (const { title, trainingType, personId } of titlesIn(connection, importId))
    uses.of('certification', title, trainingType)?.subjects.add(personId)
  return uses.all()
}

function addAzure(
  connection: ReadConnection,
  profileId: number,
  importId: number,
  uses: Uses,
): void {
  const kinds = azureNamesOf(connection, profileId)
  const ofKind = uses.byKind((id) => {
    const kind = kinds.get(id)
    if (!kind) return []
    return [
      uses.of('service', kind.service),
      uses.of('offer', kind.offer),
      uses.of('association', kind.association),
    ]
  })
  for (const { id } of slicesOfImport(connection, importId, 'azure-usage')) {
    const { columns } = sliceColumns(connection, 'azure_rollup', id)
    for (const { kindId, tenants, first } of columns((kind) => ofKind(kind).length > 0)) {
      for (const use of ofKind(kindId)) {
        use.microUsd = first.reduce((sum, amount) => sum + amount, use.microUsd ?? 0)
        for (const tenant of tenants) use.subjects.add(tenant)
      }
    }
  }
}

function addSeats(
  connection: ReadConnection,
  profileId: number,
  importId: number,
  uses: Uses,
): void {
  const kinds = new Map(seatKindsOf(connection, profileId).map((kind) => [kind.id, kind]))
  const ofKind = uses.byKind((id) => {
    const kind = kinds.get(id)
    return kind
      ? [uses.of('workload', kind.workload), uses.of('association', kind.association)]
      : []
  })
  const slices = datasetsOf.m365_rollup.flatMap((dataset) =>
    slicesOfImport(connection, importId, dataset),
  )
  for (const { id, month } of slices) {
    const { columns } = sliceColumns(connection, 'm365_rollup', id)
    for (const { kindId, tenants, first } of columns((kind) => ofKind(kind).length > 0)) {
      for (const use of ofKind(kindId)) addMonth(use, month ?? 0, tenants, first)
    }
  }
}

function addMonth(use: Use, month: Month, tenants: Uint32Array, paid: Float64Array): void {
  if (use.seats === null || month > use.month) {
    use.month = month
    use.seats = new Map()
  }
  tenants.forEach((tenant, entry) => {
    use.subjects.add(tenant)
    if (month < use.month) return
    const more = Math.max(use.seats?.get(tenant) ?? 0, paid[entry] as number)
    use.seats?.set(tenant, more)
  })
}

/** The names that are asked for, by kind and key. */
class Uses {
  readonly #question: NameQuestion
  readonly #uses = new Map<string, Use>()

  constructor(question: NameQuestion) {
    this.#question = question
  }

  /** Undefined: nobody asks for this name. */
  of(kind: NameKind, name: string | null, training?: string | null): Use | undefined {
    const key = name === null ? null : this.#question(kind, name, training)
    if (name === null || key === null) return undefined
    const known = this.#uses.get(`${kind} ${key}`)
    if (known) return known
    const subjects = new Set<number>()
    const use: Use = { kind, name, subjects, microUsd: null, month: 0, seats: null }
    this.#uses.set(`${kind} ${key}`, use)
    return use
  }

  /** Asks for the names of each kind of usage once. */
  byKind(names: (kindId: number) => readonly (Use | undefined)[]): (kindId: number) => Use[] {
    const known = new Map<number, Use[]>()
    return (kindId) => {
      const uses = known.get(kindId) ?? names(kindId).filter((use) => use !== undefined)
      known.set(kindId, uses)
      return uses
    }
  }

  /** Those that some row has. */
  all(): NameUse[] {
    return [...this.#uses.values()]
      .filter(({ subjects }) => subjects.size > 0)
      .map(({ kind, name, subjects, microUsd, seats }) => ({
        kind,
        name,
        subjects: subjects.size,
        microUsd,
        paidSeats: seats && [...seats.values()].reduce((sum, paid) => sum + paid, 0),
      }))
  }
}
