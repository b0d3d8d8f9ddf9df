import { inject, provide, type InjectionKey } from 'vue'
import { formatDate, formatMonth, formatMonthShort } from '../format/dates'
import {
  formatCount,
  formatPoints,
  formatEffect,
  formatShare,
  formatDays,
  formatSignedCount,
  formatSignedPoints,
  formatSignedUsd,
  formatUsd,
  formatUsdCents,
  formatWholePoints,
} from '../format/numbers'
import { en, type ReportText } from './locales/en'

/** Languages a report can be written in; chosen apart from the language of the window. */
export type LanguageTag = 'en'

/** Words, numbers and dates of one language. Every formatter of a nullable value says "no data" for null. */
export interface ReportLanguage {
  readonly tag: LanguageTag
  readonly text: ReportText
  points(shown: number | null): string
  signedPoints(shown: number | null): string
  /** An effect in points with two decimals, so that effects visibly add up. */
  effect(value: number): string
  whole(value: number): string
  days(value: number): string
  count(value: number | null): string
  signedCount(value: number | null): string
  usd(value: number | null): string
  usdCents(value: number): string
  signedUsd(value: number | null): string
  share(value: number): string
  date(isoDate: string): string
  month(isoMonth: string): string
  monthShort(isoMonth: string): string
}

interface Locales {
  readonly text: ReportText
  readonly numbers: string
  readonly dates: string
}

const languages: Readonly<Record<LanguageTag, Locales>> = {
  en: { text: en, numbers: 'en', dates: 'en-GB' },
}

export function reportLanguage(tag: LanguageTag): ReportLanguage {
  const { text, numbers, dates } = languages[tag]
  const orNoData = (format: (value: number, locale: string) => string) => (value: number | null) =>
    value === null ? text.noData : withMinus(format(value, numbers))
  return {
    tag,
    text,
    points: orNoData(formatPoints),
    signedPoints: orNoData(formatSignedPoints),
    effect: (value) => withMinus(formatEffect(value, numbers)),
    whole: (value) => formatWholePoints(value, numbers),
    days: (value) => formatDays(value, numbers),
    count: orNoData(formatCount),
    signedCount: orNoData(formatSignedCount),
    usd: orNoData(formatUsd),
    usdCents: (value) => withMinus(formatUsdCents(value, numbers)),
    signedUsd: orNoData(formatSignedUsd),
    share: (value) => formatShare(value, numbers),
    date: (isoDate) => formatDate(isoDate, dates),
    month: (isoMonth) => formatMonth(isoMonth, dates),
    monthShort: (isoMonth) => formatMonthShort(isoMonth, dates),
  }
}

/** A printed minus is as wide as a plus; a hyphen is not. */
function withMinus(text: string): string {
  return text.replace('-', '\u2212')
}

const languageKey: InjectionKey<ReportLanguage> = Symbol('report language')

export function provideLanguage(language: ReportLanguage): void {
  provide(languageKey, language)
}

/** The language of the report that a component stands in. */
export function useLanguage(): ReportLanguage {
  const language = inject(languageKey)
  if (!language) throw new Error('A part of the report stands outside a ReportDocument.')
  return language
}
