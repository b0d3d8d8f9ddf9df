import { describe, expect, it } from 'vitest'
import { read } from '../testing/reading'
import {
  azureHeader,
  emsHeader,
  location,
  profileHeader,
  table,
  trainingsHeader,
} from '../testing/reports'
import { recognise } from './recognise'

describe('a partner profile', () => {
  it('is read as the locations of the partner', () => {
    const { dataset, locations, account } = read(table(profileHeader, [location]))
    expect(dataset).toBe('partner-profile')
    expect(locations).toEqual([
      {
        ...{ line: 2, mpnId: '4711', name: 'Quillrye Bergen', globalMpnId: '4700' },
        ...{ globalName: 'Quillrye', city: 'Bergen', country: 'Norway', level: 'Location' },
      },
    ])
    expect(account).toMatchObject({ rowsAccepted: 1, months: [] })
  })

  it('tells a column that the file does not have from an empty cell', () => {
    const { locations } = read(
      table('PartnerID,Partner Name,PGA MPN ID,City', [
        { PartnerID: '1', 'Partner Name': 'Quillrye', 'PGA MPN ID': '1' },
      ]),
    )
    expect(locations).toMatchObject([{ city: '', country: null, level: null }])
  })

  it.each(['MPNId', 'PartnerName', 'PGA_MPNID'])('refuses a row without %s', (column) => {
    const { rejected, locations } = read(table(profileHeader, [{ ...location, [column]: ' ' }]))
    expect(locations).toEqual([])
    expect(rejected[0]?.errors).toMatchObject([{ row: 2, column, code: 'value-missing' }])
  })

  it.each([azureHeader, emsHeader, trainingsHeader])(
    'is not what a report of something else is taken for: %s',
    (header) => {
      const { dataset } = recognise(`${header},PGA_MPNID,City`.split(','), 'a.csv', {
        mapping: undefined,
      })
      expect(dataset.id).not.toBe('partner-profile')
    },
  )
})
