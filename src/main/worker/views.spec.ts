import { describe, expect, it } from 'vitest'
import type { BrowseView } from '../../shared/browse'
import {
  changeView,
  createView,
  listViews,
  rememberView,
  removeView,
} from '../services/browse/views'
import { addProfile, temporaryWorkspace } from '../store/test-support'

const view: BrowseView = {
  columns: ['month', 'amount'],
  search: 'a',
  filters: [{ kind: 'number', column: 'amount', atLeast: 5 }],
  sort: { column: 'amount', descending: true },
}
const plainView: BrowseView = { columns: ['month'], search: '', filters: [], sort: null }

function open() {
  const { store } = temporaryWorkspace()
  const profileId = addProfile(store)
  const create = (name: string, table: 'azure' | 'm365' = 'azure') =>
    createView(store, { profileId, table, name, view })
  return { store, profileId, create, list: () => listViews(store, profileId, 'azure') }
}
const refusal = (code: string) => expect.objectContaining({ code }) as Error

describe('saved views', () => {
  it('are kept by table in the order of their names, with everything in them', () => {
    const { create, list } = open()
    const [b, a] = [create('beta'), create(' Alpha ')]
    create('Other table', 'm365')
    expect(list()).toEqual({ saved: [{ ...a, name: 'Alpha', view }, b], last: null })
  })

  it('have one name each in their table, whatever its case, and the same in another table', () => {
    const { create } = open()
    create('Large ones')
    expect(() => create('LARGE ONES')).toThrow(refusal('view-exists'))
    expect(() => create('Large ones', 'm365')).not.toThrow()
    expect(() => create(' ')).toThrow(refusal('view-name-invalid'))
  })

  it('are renamed, changed and removed', () => {
    const { store, create, list } = open()
    const { id } = create('Large ones')
    create('Others')
    expect(changeView(store, { viewId: id, name: 'LARGE ONES' }).view).toEqual(view)
    expect(changeView(store, { viewId: id, view: plainView }).name).toBe('LARGE ONES')
    expect(() => changeView(store, { viewId: id, name: 'others' })).toThrow(refusal('view-exists'))
    expect(list().saved[0]).toMatchObject({ name: 'LARGE ONES', view: plainView })
    removeView(store, id)
    expect(list().saved.map(({ name }) => name)).toEqual(['Others'])
    expect(() => removeView(store, id)).toThrow(refusal('view-not-found'))
    expect(() => changeView(store, { viewId: id })).toThrow(refusal('view-not-found'))
  })

  it('are fifty a table at most', () => {
    const { create } = open()
    for (let index = 0; index < 50; index++) create(`View ${index}`)
    expect(() => create('One more')).toThrow(refusal('views-too-many'))
  })

  it('go with their profile, and leave its revision as it is', () => {
    const { store, profileId, create } = open()
    const { id } = create('Large ones')
    rememberView(store, { profileId, table: 'azure', view })
    expect(store.revision(profileId)).toBe(0)
    store.transaction(() => store.removeProfile(profileId))
    expect(store.savedViewById(id)).toBeUndefined()
    expect(store.lastView(profileId, 'azure')).toBeUndefined()
    expect(() => rememberView(store, { profileId, table: 'azure', view })).toThrow(
      refusal('profile-not-found'),
    )
  })
})

describe('the view that a table was left with', () => {
  it('is the last one, of each table and partner by itself', () => {
    const { store, profileId, list } = open()
    const other = addProfile(store, 'Other')
    rememberView(store, { profileId, table: 'azure', view: plainView })
    rememberView(store, { profileId, table: 'azure', view })
    rememberView(store, { profileId: other, table: 'azure', view: plainView })
    expect(list().last).toEqual(view)
    expect(listViews(store, profileId, 'm365').last).toBeNull()
  })
})
