import { beforeEach, expect, it } from 'vitest'
import { SeventyError } from '../../shared/errors'
import { dismiss, notify, notifyFailure } from './notices'
import { useNoticesStore } from './notices-store'
import { testWindow } from './testing/mount'

beforeEach(() => void testWindow())
const titles = () => useNoticesStore().shown.map(({ title }) => title)

it('shows messages in their order until they are dismissed', () => {
  notify({ tone: 'done', title: 'One' })
  notify({ tone: 'done', title: 'Two' })
  expect(titles()).toEqual(['One', 'Two'])
  dismiss(useNoticesStore().shown[0]?.key ?? 0)
  expect(titles()).toEqual(['Two'])
})

it('says what failed, and why', () => {
  notifyFailure('Not exported', new SeventyError('output-unwritable', 'The disk is full.'))
  expect(useNoticesStore().shown).toMatchObject([
    { tone: 'failed', title: 'Not exported', text: 'The disk is full.' },
  ])
})

it('says nothing about what the user cancelled', () => {
  notifyFailure('Not exported', new SeventyError('cancelled', 'It was cancelled.'))
  expect(titles()).toEqual([])
})
