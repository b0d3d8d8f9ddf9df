import { expect, it } from 'vitest'
import type { Action, ActionFields } from '../../shared/actions'
import { createAction } from '../services/engagement/actions'
import { openWritable } from '../store/open'
import { systemClock } from '../system-clock'
import { commandLine, type Failure } from './testing/command-line'

async function withActions() {
  const line = commandLine()
  await line.run('profile', 'add', '--name', 'Acme')
  const store = openWritable(line.workspace)
  const origin = { lever: null, metric: null, stream: null, subject: null }
  const add = (fields: Partial<ActionFields>) =>
    createAction(store, systemClock('2023-12-15'), {
      ...{ profileId: 1, title: 'x', owner: '', due: null, points: null, status: 'open', note: '' },
      ...{ origin, ...fields },
    })
  add({ title: 'Renew SC-100', owner: 'Ada', due: '2023-12-14', points: 6.7 })
  add({ title: 'Ask for CPOR', due: '2023-12-15', points: 1.25, status: 'in-progress' })
  add({ title: 'Call Brook', due: '2023-01-01', points: 9, status: 'done' })
  store.close()
  return line
}

it('lists the actions of a partner, marks overdue ones, and sums what is still expected', async () => {
  const line = await withActions()
  const { stdout } = await line.run('actions', '--profile', 'acme')
  expect(stdout.split('\n').map((each) => each.replace(/ +/g, ' '))).toEqual([
    'open 2023-12-14, overdue 6.7 Renew SC-100 (Ada)',
    'in-progress 2023-12-15 1.3 Ask for CPOR',
    'done 2023-01-01 9.0 Call Brook',
    '2 to do, 8.0 points expected of them',
    '',
  ])
})

it('gives them to scripts, all or those of a status', async () => {
  const line = await withActions()
  const titles = async (...more: string[]) =>
    (await line.json<{ actions: Action[] }>('actions', '--profile', 'Acme', ...more)).actions.map(
      ({ title }) => title,
    )
  expect(await titles()).toEqual(['Renew SC-100', 'Ask for CPOR', 'Call Brook'])
  expect(await titles('--status', 'done', '--status', 'open')).toEqual([
    ...['Renew SC-100', 'Call Brook'],
  ])
  expect((await line.json<Failure>('actions', '--profile', 'Other')).error.code).toBe(
    'profile-not-found',
  )
  expect(
    (await line.json<Failure>('actions', '--profile', 'Acme', '--status', 'x')).error.code,
  ).toBe('usage')
})

it('says so when there are none', async () => {
  const line = commandLine()
  await line.run('profile', 'add', '--name', 'Acme')
  expect((await line.run('actions', '--profile', 'Acme')).stdout).toBe('There are no actions.\n')
})
