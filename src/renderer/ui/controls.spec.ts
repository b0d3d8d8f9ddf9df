import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { flushPromises } from '@vue/test-utils'
import { SeventyError } from '../../shared/errors'
import { mountInWindow, testWindow, type TestWindow } from '../app/testing/mount'
import {
  accessibleName,
  control,
  controls,
  field,
  nameless,
  press,
  textOn,
  type,
} from '../app/testing/names'
import AppButton from './AppButton.vue'
import ErrorState from './ErrorState.vue'
import IconButton from './IconButton.vue'
import ProgressBar from './ProgressBar.vue'
import NumberField from './NumberField.vue'
import SegmentedChoice from './SegmentedChoice.vue'
import StatusMark from './StatusMark.vue'
import SwitchField from './SwitchField.vue'
import TextField from './TextField.vue'

let win: TestWindow
beforeEach(() => {
  win = testWindow()
})

describe('a button', () => {
  it('does not send a form unless it is told to', () => {
    mountInWindow(win, AppButton, {}, { default: () => 'Close' })
    expect(control('Close').getAttribute('type')).toBe('button')
  })

  it('sends a form when it is the one that does', () => {
    mountInWindow(win, AppButton, { type: 'submit' }, { default: () => 'Add' })
    expect(control('Add').getAttribute('type')).toBe('submit')
  })

  it('is a link where it leads to a screen', () => {
    mountInWindow(win, AppButton, { to: { name: 'portfolio' } }, { default: () => 'Portfolio' })
    expect(control('Portfolio').tagName).toBe('A')
  })

  it('that shows a sign only is named by its label, and tells whether it is pressed', () => {
    const click = vi.fn()
    mountInWindow(win, IconButton, { label: 'Privacy blur', pressed: true, onClick: click })
    control('Privacy blur').click()
    expect(click).toHaveBeenCalledOnce()
    expect(control('Privacy blur').getAttribute('aria-pressed')).toBe('true')
  })
})

describe('a text field', () => {
  it('belongs to its label, also to one that only screen readers see', () => {
    mountInWindow(win, TextField, { modelValue: '', label: 'Find a partner', labelHidden: true })
    expect(field('Find a partner').type).toBe('text')
  })

  it('tells its error in place of its hint', () => {
    mountInWindow(win, TextField, { modelValue: '', label: 'Name', hint: 'Hint', error: 'Taken' })
    const note = document.getElementById(field('Name').getAttribute('aria-describedby') ?? '')
    expect(note?.textContent.trim()).toBe('Taken')
    expect(field('Name').getAttribute('aria-invalid')).toBe('true')
  })

  it('hands on what is typed', () => {
    const changed = vi.fn()
    mountInWindow(win, TextField, { modelValue: '', label: 'Name', 'onUpdate:modelValue': changed })
    type(field('Name'), 'Halden')
    expect(changed).toHaveBeenCalledWith('Halden')
  })
})

describe('a choice of a few', () => {
  const options = [
    { value: 'all', label: 'All', count: '12' },
    { value: 'lost', label: 'Lost' },
  ]
  const changed = vi.fn()
  beforeEach(() => {
    changed.mockReset()
    mountInWindow(win, SegmentedChoice, {
      modelValue: 'all',
      label: 'Show',
      options,
      'onUpdate:modelValue': changed,
    })
  })

  it('is one group with a name, and says what is chosen', () => {
    const group = document.querySelector('[role="radiogroup"]')
    expect(group && accessibleName(group)).toBe('Show')
    expect(
      controls().map((item) => [accessibleName(item), item.getAttribute('aria-checked')]),
    ).toEqual([
      ['All 12', 'true'],
      ['Lost', 'false'],
    ])
  })

  it('is one stop of the Tab key, and the arrow keys go on from there', async () => {
    const [all, lost] = controls()
    all?.focus()
    await nextTick()
    expect(controls().map((item) => item.tabIndex)).toEqual([0, -1])
    if (all) press('ArrowRight', all)
    await flushPromises()
    expect(document.activeElement).toBe(lost)
  })

  it('takes a click', () => {
    control('Lost').click()
    expect(changed).toHaveBeenCalledWith('lost')
  })
})

describe('a switch', () => {
  it('is named, explained and turned', async () => {
    const changed = vi.fn()
    mountInWindow(win, SwitchField, {
      modelValue: false,
      label: 'Leave out bad rows',
      hint: 'One bad row stops the import.',
      'onUpdate:modelValue': changed,
    })
    const element = control('Leave out bad rows')
    expect(element.getAttribute('aria-checked')).toBe('false')
    expect(
      document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent,
    ).toBe('One bad row stops the import.')
    element.click()
    await nextTick()
    expect(changed).toHaveBeenCalledWith(true)
  })
})

describe('a state', () => {
  it('is told by a word and a sign, never by its colour alone', () => {
    for (const tone of ['met', 'unmet', 'none', 'warning', 'note']) {
      const wrapper = mountInWindow(win, StatusMark, { tone }, { default: () => `is ${tone}` })
      expect(textOn(wrapper.element)).toBe(`is ${tone}`)
      expect(wrapper.findAll('svg[aria-hidden="true"]')).toHaveLength(1)
    }
  })

  it('of work tells its share, and none while nobody knows', () => {
    const known = mountInWindow(win, ProgressBar, { share: 0.254, label: 'Importing' })
    expect(known.find('[role="progressbar"]').attributes('aria-valuenow')).toBe('25')
    const unknown = mountInWindow(win, ProgressBar, { share: null, label: 'Importing' })
    expect(unknown.find('[role="progressbar"]').attributes('aria-valuenow')).toBeUndefined()
  })
})

describe('an error', () => {
  const error = new SeventyError('workspace-locked', 'Another window has it open.', {
    file: 'workspace.seventy',
    nested: { not: 'shown' },
  })

  it('says what happened, its code and its place, and is announced', () => {
    const wrapper = mountInWindow(win, ErrorState, { error })
    expect(wrapper.find('[role="alert"]').text()).toContain('Another window has it open.')
    expect(wrapper.findAll('dd').map((line) => line.text())).toEqual([
      'workspace-locked',
      'workspace.seventy',
    ])
    expect(controls()).toEqual([])
  })

  it('offers another try where one can help', () => {
    const retry = vi.fn()
    mountInWindow(win, ErrorState, { error, retriable: true, onRetry: retry })
    control('Try again').click()
    expect(retry).toHaveBeenCalledOnce()
    expect(nameless()).toEqual([])
  })
})

describe('a number field', () => {
  const changed = vi.fn()
  function show(modelValue: number | null = 5): HTMLInputElement {
    changed.mockClear()
    const props = { label: 'Seats', max: 300, modelValue, 'onUpdate:modelValue': changed }
    mountInWindow(win, NumberField, props)
    return control('Seats') as HTMLInputElement
  }
  function enter(input: HTMLInputElement, value: string, event: 'input' | 'change'): void {
    input.value = value
    input.dispatchEvent(new Event(event, { bubbles: true }))
  }

  it('tells a number inside its bounds while it is typed, and empty as none', () => {
    const input = show()
    for (const value of ['300', '301', '-1', '']) enter(input, value, 'input')
    expect(changed.mock.calls).toEqual([[300], [null]])
  })

  it('cuts what lies outside when it is left', () => {
    const input = show()
    for (const value of ['999', '-3']) enter(input, value, 'change')
    expect(changed.mock.calls).toEqual([[300], [0]])
  })

  it('is empty where there is no number', () => {
    expect(show(null).value).toBe('')
  })
})
