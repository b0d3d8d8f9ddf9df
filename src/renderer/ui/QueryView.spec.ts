import { beforeEach, expect, it, vi } from 'vitest'
import { ref, shallowRef, type Component } from 'vue'
import { SeventyError } from '../../shared/errors'
import { mountInWindow, testWindow, type TestWindow } from '../app/testing/mount'
import { control, textOn } from '../app/testing/names'
import QueryView from './QueryView.vue'

let win: TestWindow
beforeEach(() => {
  win = testWindow()
})

function view(state: { data?: string; error?: SeventyError; busy?: boolean }, reload = vi.fn()) {
  const query = {
    data: shallowRef(state.data ?? null),
    error: shallowRef(state.error ?? null),
    busy: ref(state.busy ?? false),
    reload,
  }
  const slot = { default: ({ data }: { data: string }) => `answer: ${data}` } as never
  return mountInWindow(win, QueryView as unknown as Component, { query }, slot)
}

it('announces that the answer is on its way', () => {
  expect(view({ busy: true }).find('[role="status"]').text()).toContain('Loading…')
})

it('shows the answer, and older data while newer is asked for', () => {
  const wrapper = view({ data: '71.3', busy: true })
  expect(textOn(wrapper.element)).toContain('answer: 71.3')
  expect(wrapper.find('[aria-busy="true"]').exists()).toBe(true)
})

it('shows a failure rather than old data, and tries again', () => {
  const reload = vi.fn()
  const wrapper = view({ data: 'old', error: new SeventyError('internal', 'It broke.') }, reload)
  expect(textOn(wrapper.element)).toContain('It broke.')
  expect(textOn(wrapper.element)).not.toContain('answer')
  control('Try again').click()
  expect(reload).toHaveBeenCalledOnce()
})
