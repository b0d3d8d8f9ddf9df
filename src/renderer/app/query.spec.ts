import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { SeventyError } from '../../shared/errors'
import { useQuery } from './query'
import { deferred, type Deferred } from './testing/deferred'
import { testWindow, type TestWindow } from './testing/mount'

let win: TestWindow
beforeEach(() => {
  win = testWindow()
})

/** Answers that come when the test says so. */
function questions() {
  const asked: Deferred<string>[] = []
  const load = () => {
    const question = deferred<string>()
    asked.push(question)
    return question.promise
  }
  return { asked, load }
}

it('asks at once, and is busy until the answer is there', async () => {
  const { asked, load } = questions()
  const query = effectScope().run(() => useQuery(load))
  expect([query?.busy.value, query?.data.value]).toEqual([true, null])
  asked[0]?.resolve('answer')
  await flushPromises()
  expect([query?.busy.value, query?.data.value]).toEqual([false, 'answer'])
})

it('asks again when its key changes, and shows the older data meanwhile', async () => {
  const { asked, load } = questions()
  const date = ref('2023-12-15')
  const query = effectScope().run(() => useQuery(load, { key: () => date.value }))
  asked[0]?.resolve('december')
  await flushPromises()
  date.value = '2023-11-15'
  await nextTick()
  expect(asked).toHaveLength(2)
  expect([query?.busy.value, query?.data.value]).toEqual([true, 'december'])
})

it('drops an answer that a newer question has overtaken', async () => {
  const { asked, load } = questions()
  const query = effectScope().run(() => useQuery(load))
  void query?.reload()
  asked[1]?.resolve('new')
  asked[0]?.resolve('old')
  await flushPromises()
  expect(query?.data.value).toBe('new')
})

it('drops a failure that a newer question has overtaken', async () => {
  const { asked, load } = questions()
  const query = effectScope().run(() => useQuery(load))
  void query?.reload()
  asked[0]?.reject(new Error('old'))
  asked[1]?.resolve('new')
  await flushPromises()
  expect([query?.error.value, query?.data.value]).toEqual([null, 'new'])
})

it('keeps a failure until the next answer', async () => {
  const { asked, load } = questions()
  const query = effectScope().run(() => useQuery(load))
  asked[0]?.reject(new SeventyError('workspace-locked', 'In use.'))
  await flushPromises()
  expect(query?.error.value?.code).toBe('workspace-locked')
  void query?.reload()
  asked[1]?.resolve('answer')
  await flushPromises()
  expect([query?.error.value, query?.data.value]).toEqual([null, 'answer'])
})

it('asks again when its own partner or everything changes, not when another partner does', async () => {
  const { asked, load } = questions()
  effectScope().run(() => useQuery(load, { profileId: () => 1 }))
  win.fake.emitChanged(2)
  expect(asked).toHaveLength(1)
  win.fake.emitChanged(1)
  win.fake.emitChanged(null)
  expect(asked).toHaveLength(3)
})

it('listens to every partner where it is about all of them', () => {
  const { asked, load } = questions()
  effectScope().run(() => useQuery(load))
  win.fake.emitChanged(2)
  expect(asked).toHaveLength(2)
})

it('stops listening when its screen is left', () => {
  const scope = effectScope()
  scope.run(() => useQuery(questions().load))
  expect(win.fake.listeners()).toBe(1)
  scope.stop()
  expect(win.fake.listeners()).toBe(0)
})
