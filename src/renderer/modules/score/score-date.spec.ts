import { beforeEach, expect, it } from 'vitest'
import { useSessionStore } from '../../app/session-store'
import { testWindow } from '../../app/testing/mount'
import { profile } from '../../app/testing/workspace'
import { useWorkspaceStore } from '../../app/workspace-store'
import { useScoreDate } from './score-date'

beforeEach(() => {
  testWindow()
  useWorkspaceStore().profiles = [profile(), profile({ id: 2, scoreDate: '2023-10-31' })]
})

it('is the partner’s own date until one is chosen', () => {
  const date = useScoreDate(() => 2)
  expect([date.asOf.value, date.shown.value]).toEqual([undefined, '2023-10-31'])
})

it('holds for all screens of that partner, and for no other', () => {
  useScoreDate(() => 1).shown.value = '2023-09-30'
  expect(useScoreDate(() => 1).asOf.value).toBe('2023-09-30')
  expect(useScoreDate(() => 2).asOf.value).toBeUndefined()
})

it('goes back to the partner’s own when it is emptied or chosen again', () => {
  const date = useScoreDate(() => 1)
  date.shown.value = '2023-09-30'
  date.shown.value = ''
  expect(date.asOf.value).toBeUndefined()
  date.shown.value = '2023-09-30'
  date.shown.value = '2023-12-15'
  expect(date.asOf.value).toBeUndefined()
  expect(useSessionStore().scoreDates).toEqual({})
})

it('is empty for a partner that is not there', () => {
  const date = useScoreDate(() => 9)
  expect([date.profile.value, date.shown.value]).toEqual([undefined, ''])
})
