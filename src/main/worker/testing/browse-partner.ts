import { parseDay } from '../../../shared/calendar'
import type { BrowseQuery } from '../../../shared/browse'
import type { BrowseTable } from '../../../shared/browse-columns'
import { Browse } from '../../services/browse/browse'
import { Scores } from '../../services/scores'
import { addProfile, importFiles, temporaryWorkspace } from '../../store/test-support'

export const clock = {
  today: () => parseDay('2023-12-15') ?? NaN,
  now: () => '2023-12-15T08:00:00.000Z',
}
export const usd = (dollars: number) => dollars * 1_000_000

/** A partner whose months overlap: the second file replaces November of the first. */
export function partner() {
  const { store } = temporaryWorkspace()
  const profileId = addProfile(store)
  const azure = (month: string, tenant: number, dollars: number, more: object = {}) => ({
    ...{
      month,
      tenant,
      microUsd: usd(dollars),
      association: 'PAL',
      tenantName: `Customer ${tenant}`,
    },
    ...more,
  })
  importFiles(store, profileId, [
    {
      name: 'old.csv',
      azure: [
        azure('2023-10', 2, 30, { offer: 'Support' }),
        azure('2023-11', 2, 999),
        azure('2023-10', 10, -5, { service: 'Key Vault', association: null }),
      ],
    },
    {
      name: 'seats.csv',
      seats: [{ month: '2023-11', tenant: 2, paid: 100, active: 40, association: 'CPOR' }],
    },
    {
      name: 'trainings.csv',
      certifications: [
        training('ines@quillrye.example', 'Ines', 'SC-200', '2023-05-30', '2024-01-01'),
        training('ines@quillrye.example', 'Ines', 'SC-300', '2023-05-30', null),
        training('jo@quillrye.example', 'Jo', 'SC-200', '2020-05-30', '2021-05-30'),
      ],
    },
  ])
  importFiles(store, profileId, [
    {
      name: 'new.csv',
      azure: [azure('2023-11', 2, 2_000), azure('2023-11', 3, 0.000001, { duplicate: 1 })],
    },
  ])
  const browse = new Browse(store, new Scores(store, clock), () => Promise.resolve())
  const query = (table: BrowseTable, part: Partial<BrowseQuery> = {}): BrowseQuery => ({
    ...{ profileId, table, search: '', filters: [], sort: null },
    ...part,
  })
  const page = (table: BrowseTable, part: Partial<BrowseQuery> = {}, offset = 0, limit = 500) =>
    browse.page({ ...query(table, part), offset, limit })
  const amounts = async (part: Partial<BrowseQuery>) =>
    (await page('azure', part)).rows.map(({ cells }) => cells['amount'])
  return { store, profileId, browse, query, page, amounts }
}

function training(
  person: string,
  personName: string,
  title: string,
  completed: string,
  expires: string | null,
) {
  const day = (text: string) => parseDay(text) ?? NaN
  return {
    ...{ line: 2, person, personName, title, trainingType: null, activation: null, location: '' },
    ...{ completed: day(completed), expires: expires === null ? null : day(expires) },
  }
}
