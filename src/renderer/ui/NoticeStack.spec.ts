import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it } from 'vitest'
import { notify } from '../app/notices'
import { useNoticesStore } from '../app/notices-store'
import { mountInWindow, testWindow } from '../app/testing/mount'
import { control, nameless, textOn } from '../app/testing/names'
import NoticeStack from './NoticeStack.vue'

beforeEach(() => {
  mountInWindow(testWindow(), NoticeStack)
})

it('shows what was done and what failed, each with its sign', async () => {
  notify({ tone: 'done', title: 'The report was exported', text: 'report.pdf, 8 pages' })
  notify({ tone: 'failed', title: 'The report was not exported', text: 'The disk is full.' })
  await flushPromises()
  const notices = [...document.querySelectorAll('.notice')]
  expect(notices.map((notice) => textOn(notice))).toEqual([
    expect.stringContaining('report.pdf, 8 pages'),
    expect.stringContaining('The disk is full.'),
  ])
  expect(notices.map((notice) => notice.querySelectorAll('svg.sign').length)).toEqual([1, 1])
})

it('takes a message away when it is dismissed', async () => {
  notify({ tone: 'done', title: 'Done' })
  await flushPromises()
  expect(nameless()).toEqual([])
  control('Dismiss').click()
  await flushPromises()
  expect(useNoticesStore().shown).toEqual([])
})
