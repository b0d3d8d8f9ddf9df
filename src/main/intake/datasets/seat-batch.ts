import type { SeatBatch } from '../../services/row-batches'

/** Rows handed over at a time. */
export const SEAT_BATCH_ROWS = 4096

export function emptySeatBatch(): SeatBatch {
  const column = () => new Uint32Array(SEAT_BATCH_ROWS)
  return {
    count: 0,
    line: column(),
    month: column(),
    tenant: column(),
    workload: column(),
    association: column(),
    location: column(),
    duplicate: new Uint8Array(SEAT_BATCH_ROWS),
    paidSeats: new Float64Array(SEAT_BATCH_ROWS),
    activeSeats: new Float64Array(SEAT_BATCH_ROWS),
  }
}
