/** Numbers the tenants that have data in force from 0, both streams together, by their ids. */
export class TenantPlaces {
  readonly ids: number[] = []
  /** Place + 1 at each id: a lookup costs a read, and there are millions of them. */
  #places = new Uint32Array(1024)
  #answer = new Uint32Array()

  get count(): number {
    return this.ids.length
  }

  /** Gives a place to each tenant that has none yet, in the order of their ids. */
  give(columns: readonly Uint32Array[]): void {
    const fresh: number[] = []
    for (const column of columns) {
      for (const id of column) {
        if (id >= this.#places.length) this.#grow(id)
        if (this.#places[id] !== 0) continue
        this.#places[id] = 1
        fresh.push(id)
      }
    }
    for (const id of fresh.sort((one, other) => one - other)) this.#places[id] = this.ids.push(id)
  }

  /** The places of tenants, until the next call. Throws for one that was given none. */
  of(ids: Uint32Array): Uint32Array {
    if (this.#answer.length < ids.length) this.#answer = new Uint32Array(ids.length * 2)
    const places = this.#answer.subarray(0, ids.length)
    for (let entry = 0; entry < ids.length; entry++) {
      const id = ids[entry] as number
      const place = this.#places[id] ?? 0
      if (place === 0) throw new Error(`Tenant ${id} is not among those of its slice.`)
      places[entry] = place - 1
    }
    return places
  }

  #grow(id: number): void {
    const grown = new Uint32Array(Math.max(id + 1, this.#places.length * 2))
    grown.set(this.#places)
    this.#places = grown
  }
}
