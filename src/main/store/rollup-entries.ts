/** Tenant ids stay below 2^31 and kind ids below 2^22, so that both fit into one exact double. */
const KIND_LIMIT = 2 ** 22
const TENANT_LIMIT = 2 ** 31
const INITIAL_CAPACITY = 64
/** Share of the table in use at which it doubles. */
const FULL = 0.7

/**
 * Two numbers for each pair of tenant and kind: a hash table in typed arrays, because millions of
 * pairs pass through it and a Map of objects would take ten times the memory.
 */
export class RollupEntries {
  #keys = new Float64Array(INITIAL_CAPACITY)
  #size = 0
  /** Micro-dollars, or paid seats; index by {@link RollupEntries.slot}. */
  first = new Float64Array(INITIAL_CAPACITY)
  /** Rows, or active seats. */
  second = new Float64Array(INITIAL_CAPACITY)

  get size(): number {
    return this.#size
  }

  /** Where the numbers of a pair stand until the next call; 0 and 0 when the pair is new. */
  slot(tenantId: number, kindId: number): number {
    const key = tenantId * KIND_LIMIT + kindId
    const slot = this.#find(key, tenantId, kindId)
    if (this.#keys[slot] === key) return slot
    if (tenantId >= TENANT_LIMIT || kindId >= KIND_LIMIT) {
      throw new RangeError('The workspace holds more tenants or kinds of usage than it can number.')
    }
    if (this.#size >= this.#keys.length * FULL) {
      this.#grow()
      return this.slot(tenantId, kindId)
    }
    this.#keys[slot] = key
    this.#size++
    return slot
  }

  /** Adds to both numbers of a pair: amounts, and how many rows they come from. */
  add(tenantId: number, kindId: number, first: number, second: number): void {
    const slot = this.slot(tenantId, kindId)
    this.first[slot] = (this.first[slot] as number) + first
    this.second[slot] = (this.second[slot] as number) + second
  }

  /**
   * Keeps the larger first number, on a tie the larger second: rows about the same seats are never
   * added (SCORING.md "Which rows count").
   */
  keepMost(tenantId: number, kindId: number, first: number, second: number): void {
    const slot = this.slot(tenantId, kindId)
    const known = this.first[slot] as number
    if (first > known || (first === known && second > (this.second[slot] as number))) {
      this.first[slot] = first
      this.second[slot] = second
    }
  }

  /** Hands out every pair by tenant, then kind, and forgets them all. */
  drain(visit: (tenantId: number, kindId: number, first: number, second: number) => void): void {
    const { first, second } = this
    // No pair has key 0, as ids start at 1.
    for (const key of this.#keys.filter((each) => each !== 0).sort()) {
      const tenantId = Math.floor(key / KIND_LIMIT)
      const kindId = key - tenantId * KIND_LIMIT
      const slot = this.#find(key, tenantId, kindId)
      visit(tenantId, kindId, first[slot] as number, second[slot] as number)
    }
    this.#allocate(INITIAL_CAPACITY)
  }

  /** The slot of a pair, or the free one where it belongs. The table is never full. */
  #find(key: number, tenantId: number, kindId: number): number {
    const keys = this.#keys
    const mask = keys.length - 1
    const hash = Math.imul(tenantId, 0x9e3779b1) ^ Math.imul(kindId, 0x85ebca6b)
    let slot = (hash ^ (hash >>> 15)) & mask
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const { first, second } = this
    const keys = this.#keys
    this.#allocate(keys.length * 2)
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] as number
      if (key === 0) continue
      const tenantId = Math.floor(key / KIND_LIMIT)
      const slot = this.#find(key, tenantId, key - tenantId * KIND_LIMIT)
      this.#keys[slot] = key
      this.first[slot] = first[index] as number
      this.second[slot] = second[index] as number
      this.#size++
    }
  }

  #allocate(capacity: number): void {
    this.#keys = new Float64Array(capacity)
    this.first = new Float64Array(capacity)
    this.second = new Float64Array(capacity)
    this.#size = 0
  }
}
