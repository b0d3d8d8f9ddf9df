import { createHash } from 'node:crypto'
import type { Created, EntryContent, Operation, OperationOf } from '../../services/edits/operations'
import type { FileWriter } from '../../services/ports'
import type { FileDictionaries } from '../../services/row-batches'
import type { WriteConnection } from '../connection'
import { StoreImportWriter } from '../import/import-writer'
import { lastEntry, personByIdentity, tenantByGuid } from '../repositories/dictionaries'
import { renewNames } from '../repositories/file-names'
import { deleteEntered, newestImport } from '../repositories/files'
import { raiseRevision } from '../repositories/profiles'
import { setMark } from '../repositories/row-changes'
import { accountName } from '../repositories/steps'
import { deleteRows, tableOf } from '../repositories/usage'
import type { EditableDataset } from '../../../shared/edits'
import { dropCreated } from './apply-row'
import { placedRow } from './row-state'
import { rowNotFound } from './usage-row'

/** The file that a row typed in seems to be from. */
export const ENTERED_BY_HAND = 'Entered by hand'
/** Where rows typed in stand: no location id of a file, so no download covers it. */
export const BY_HAND = 'by hand'

/** Types a row in or takes it out again; see {@link applyOperation}. */
export function applyEntry(connection: WriteConnection, wanted: OperationOf<'entry'>): Operation {
  return wanted.entry === null
    ? takeOut(connection, wanted)
    : typeIn(connection, wanted, wanted.entry)
}

/** An import of one file with one row, written as any other, so that whatever reads rows reads it. */
function typeIn(
  connection: WriteConnection,
  wanted: OperationOf<'entry'>,
  entry: EntryContent,
): Operation {
  const { profileId, importId } = wanted
  const newest = newestImport(connection, profileId)
  const before = lastEntries(connection, entry.content.dataset)
  const importing = {
    mode: 'append',
    at: entry.at,
    by: accountName() || null,
    id: importId,
  } as const
  const writer = new StoreImportWriter(connection, profileId, importing)
  const text = JSON.stringify(entry)
  const { dataset } = entry.content
  const file = writer.beginFile({
    name: ENTERED_BY_HAND,
    sha256: createHash('sha256').update(text).digest('hex'),
    bytes: Buffer.byteLength(text),
    dataset,
    byHand: true,
  })
  const find = dataset === 'certifications' ? personByIdentity : tenantByGuid
  writeRow(file, entry, find(connection, profileId, entry.subject) !== undefined)
  file.finish({
    ...{ dataset, rowsRead: 1, rowsAccepted: 1, rowsRejected: 0 },
    ...{ months: [], errors: [], errorCounts: {}, notes: [] },
  })
  writer.finish()
  const after = lastEntries(connection, dataset)
  const isNew = (key: keyof typeof after) => (after[key] > before[key] ? after[key] : null)
  const created: Created = {
    newestImport: newest,
    tenant: isNew('tenant'),
    person: isNew('person'),
    kind: isNew('kind'),
    location: isNew('location'),
  }
  return { ...wanted, entry: null, created }
}

function takeOut(connection: WriteConnection, wanted: OperationOf<'entry'>): Operation {
  const { profileId, importId, created } = wanted
  const file = connection.get<{ dataset: EditableDataset; row: number }>(
    'SELECT dataset, first_row AS row FROM files WHERE import_id = ? AND by_hand = 1',
    importId,
  )
  const placed = file && placedRow(connection, file.dataset, file.row)
  if (!file || placed?.profileId !== profileId) throw rowNotFound(importId)
  const { dataset, row } = file
  const { content, month, subject, subjectName, enteredAt } = placed
  const named = [created?.tenant, created?.person].some((id) => typeof id === 'number')
  const entry: EntryContent = {
    ...{ at: enteredAt ?? '', month, subject, content },
    subjectName: named ? subjectName : null,
  }
  setMark(connection, { dataset, row, profileId }, null)
  deleteRows(connection, tableOf[dataset], { first: row, last: row })
  deleteEntered(connection, importId)
  dropCreated(connection, profileId, dataset === 'certifications' ? null : dataset, created)
  renewNames(connection, profileId)
  raiseRevision(connection, profileId)
  return { ...wanted, entry, created: null }
}

/** The last entries of all dictionaries that a row may add to. */
function lastEntries(connection: WriteConnection, dataset: EditableDataset) {
  return {
    tenant: lastEntry(connection, 'tenant'),
    person: lastEntry(connection, 'person'),
    location: lastEntry(connection, 'location'),
    kind: dataset === 'certifications' ? 0 : lastEntry(connection, dataset),
  }
}

/** A customer or person that is known keeps its name. */
function writeRow(
  file: FileWriter,
  { content, month, subject, subjectName }: EntryContent,
  known: boolean,
): void {
  if (content.dataset === 'certifications') {
    const { title, completed, expires, activation } = content
    const personName = known ? '' : (subjectName ?? '')
    const row = { title, completed, expires, activation, trainingType: null, location: BY_HAND }
    file.certifications([{ ...row, line: 1, person: subject, personName }])
    return
  }
  const names: FileDictionaries = {
    tenants: { ids: [subject], names: [known ? null : subjectName] },
    services: content.dataset === 'azure-usage' ? [content.service] : [],
    workloads: content.dataset === 'm365-usage' ? [content.workload] : [],
    offers: content.dataset === 'azure-usage' ? [content.offer] : [],
    associations: [content.association],
    locations: [BY_HAND],
  }
  const zero = () => new Uint32Array(1)
  const place = {
    ...{ count: 1, line: Uint32Array.of(1), month: Uint32Array.of(month ?? 0), tenant: zero() },
    ...{ association: zero(), location: zero(), duplicate: Uint8Array.of(content.duplicate) },
  }
  if (content.dataset === 'azure-usage') {
    const microUsd = Float64Array.of(content.microUsd)
    file.azure({ ...place, service: zero(), offer: zero(), microUsd }, names)
  } else {
    const [paidSeats, activeSeats] = [content.paidSeats, content.activeSeats].map((each) =>
      Float64Array.of(each),
    ) as [Float64Array, Float64Array]
    file.seats({ ...place, workload: zero(), paidSeats, activeSeats }, names)
  }
}
