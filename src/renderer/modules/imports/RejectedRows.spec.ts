import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { SeventyError } from '../../../shared/errors'
import { useNoticesStore } from '../../app/notices-store'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import { control } from '../../app/testing/names'
import { fileReport } from '../../app/testing/workspace'
import RejectedRows from './RejectedRows.vue'

let win: TestWindow
beforeEach(() => {
  win = testWindow()
})

const rejected = fileReport({ rows: { read: 9, accepted: 7, rejected: 2 } })

async function save(answer: () => Promise<{ name: string; rows: number } | null>) {
  mountInWindow(win, RejectedRows, { reports: [rejected, rejected], save: answer })
  control('Save the bad rows…').click()
  await flushPromises()
  return useNoticesStore().shown
}

describe('bad rows', () => {
  it('are counted over all files, and saved with their reasons', async () => {
    const shown = await save(() => Promise.resolve({ name: 'left out.csv', rows: 4 }))
    expect(document.body.textContent).toContain('4 rows are wrong.')
    expect(shown).toMatchObject([
      { title: 'Saved as left out.csv', text: '4 rows with their reasons' },
    ])
  })

  it('are left alone when the dialog is closed', async () => {
    expect(await save(() => Promise.resolve(null))).toEqual([])
  })

  it('say why they could not be saved', async () => {
    const full = new SeventyError('output-unwritable', 'The disk is full.')
    expect(await save(() => Promise.reject(full))).toMatchObject([{ text: 'The disk is full.' }])
  })

  it('are not offered where there are none', () => {
    const save = () => Promise.resolve(null)
    const screen = mountInWindow(win, RejectedRows, { reports: [fileReport()], save })
    expect(screen.text()).toBe('')
  })
})
