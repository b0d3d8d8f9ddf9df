import { SeventyError } from '../../shared/errors'
import type {
  ExplainedRow,
  ExplainedScore,
  Explanation,
  LeftOut,
  RowPage,
  RowScope,
} from '../../shared/explanation'
import type { MetricId } from '../../shared/score'
import { exactScoreOf, type ExactResult } from '../scoring/engine'
import { explainAzureRows, explainCertifications, explainSeatRows } from '../scoring/explained-rows'
import { comparedMonths } from '../scoring/explained-usage'
import {
  candidatesOf,
  explanationOf,
  metricNamed,
  sectionNamed,
  sectionsOf,
  type Section,
} from '../scoring/explanation'
import type { StoredSeatRow } from '../scoring/facts'
import { accountOf, peopleIn, type ExplainedRows } from '../scoring/left-out'
import { leftOutOf } from '../scoring/left-out-lists'
import type { RowAccount } from '../scoring/row-account'
import { presented } from '../scoring/presentation'
import type { ReadableWorkspace } from './ports'
import type { ScoreRequest, Scores } from './scores'
import type { RowQuery, StoredRows } from './stored-rows'

/** Entries of a list at most; what is beyond is only counted. */
const LISTED = 2_000
const LISTED_FOR_SCRIPTS = 1_000
/** Rows that an explained score looks at to list those of a customer that count first. */
const ROWS_LOOKED_AT = 200
const PAGE = 1_000

/** A stream or step of a metric of a score. */
export interface SectionRequest extends ScoreRequest {
  readonly metricId: MetricId
  readonly section: string
}

/** Rows of one customer (tenant id) or person (e-mail, MCP ID), a page at a time. */
export interface RowsRequest extends SectionRequest {
  readonly subject: string
  readonly scope: RowScope
  /** `next` of the page before; 0: the first page. */
  readonly after: number
  readonly limit: number
}

/**
 * Explains scores down to the stored rows. Lists come from what is kept for scores; rows are read
 * when somebody asks for them. All methods throw as {@link Scores.score}, and `input-invalid` for a
 * section or subject that is not there.
 */
export class Explanations {
  private kept: { readonly key: string; readonly stored: ExplainedRows } | undefined

  constructor(
    private readonly workspace: ReadableWorkspace & StoredRows,
    private readonly scores: Scores,
  ) {}

  /** One metric with the customers or people behind it. */
  metric(request: ScoreRequest, metricId: MetricId): Explanation {
    return explanationOf(this.exact(request), metricId, LISTED)
  }

  /** What became of all stored rows of a section. */
  leftOut(request: SectionRequest): LeftOut {
    const { of, section } = this.sectionOf(request)
    const stored = this.stored(request.profileId)
    const left = leftOutOf(of, section, stored, accountOf(of, section, stored), LISTED)
    return { section: request.section, ...left }
  }

  /** A page of the rows of a customer or person; the totals are of all its rows. */
  rows(request: RowsRequest): RowPage {
    const { of, section } = this.sectionOf(request)
    const { profileId, subject, scope, after, limit } = request
    if (section.kind === 'step') return this.certifications(of, section, request)
    const tenant = of.prepared.tenants.findIndex(({ id }) => id === subject)
    if (tenant < 0) throw unknownSubject(subject)
    const sums = this.workspace.rowSums(profileId, subject)
    const { rows, counted, causes } = accountOf(of, section, { sums }).totals()
    const months = scope === 'all' ? null : section.view ? comparedMonths(section.view) : []
    const query = { tenantId: subject, months, after, limit: limit + 1 }
    const page = this.usageRows(profileId, of, section, tenant, query)
    const more = page.length > limit
    return {
      ...{ rows, counted, causes },
      entries: page.slice(0, limit).map(({ explained }) => explained),
      next: more ? (page[limit - 1]?.row ?? null) : null,
    }
  }

  /** The whole tree of a score, with at most so many rows of each customer or person. */
  all(request: ScoreRequest, rowsEach: number): ExplainedScore {
    const of = this.exact(request)
    const stored = this.stored(request.profileId)
    const metrics = of.score.metrics.map((metric) => {
      const {
        asOf: _asOf,
        edition: _edition,
        ...explanation
      } = explanationOf(of, metric.rule.id, LISTED_FOR_SCRIPTS)
      const sections = sectionsOf(of, metricNamed(of, metric.rule.id)).map((section, index) => {
        const account = accountOf(of, section, stored)
        return {
          ...(explanation.sections[index] as (typeof explanation.sections)[number]),
          leftOut: leftOutOf(of, section, stored, account, LISTED_FOR_SCRIPTS),
          subjects: this.subjects(of, section, { request, stored, account, rowsEach }),
        }
      })
      return { ...explanation, sections }
    })
    const { total } = of.score
    return { total: presented(total), totalExact: total?.toFraction() ?? null, metrics }
  }

  private subjects(
    of: ExactResult,
    section: Section,
    context: {
      readonly request: ScoreRequest
      readonly stored: ExplainedRows
      readonly account: RowAccount
      readonly rowsEach: number
    },
  ): ExplainedScore['metrics'][number]['sections'][number]['subjects'] {
    const { request, stored, account, rowsEach } = context
    const candidates = candidatesOf(of, section)
    const own = section.kind === 'step' ? peopleIn(stored.certifications) : of.prepared.tenants
    const places = new Map(own.map(({ id }, index) => [id, index]))
    const rowsOf = (id: string, place: number): ExplainedRow[] => {
      if (section.kind === 'step') {
        const rows = stored.certifications.filter(({ person }) => person === id)
        return explainCertifications(of, section, rows)
      }
      const months = section.view ? comparedMonths(section.view) : []
      const query = { tenantId: id, months, after: 0, limit: ROWS_LOOKED_AT }
      const rows = this.usageRows(request.profileId, of, section, place, query)
      return rows.map(({ explained }) => explained)
    }
    const entries = candidates.slice(0, LISTED_FOR_SCRIPTS).map(({ subject }) => {
      const place = places.get(subject.id) ?? -1
      const rows = rowsOf(subject.id, place).sort((a, b) => Number(b.counts) - Number(a.counts))
      return {
        ...subject,
        rows: { total: account.comparedRows(place), entries: rows.slice(0, rowsEach) },
      }
    })
    return { total: candidates.length, entries }
  }

  private usageRows(
    profileId: number,
    of: ExactResult,
    section: Section & { readonly kind: 'stream' },
    tenant: number,
    query: RowQuery,
  ): { readonly row: number; readonly explained: ExplainedRow }[] {
    const azure = section.stream.rule.id === 'azure'
    if (azure) {
      const rows = this.workspace.azureRows(profileId, query)
      const explained = explainAzureRows(of, section, tenant, rows)
      return rows.map(({ row }, index) => ({ row, explained: explained[index] as ExplainedRow }))
    }
    const rows = this.workspace.seatRows(profileId, query)
    const compared = this.comparedSeats(profileId, section, query.tenantId)
    const explained = explainSeatRows(of, section, tenant, { rows, compared })
    return rows.map(({ row }, index) => ({ row, explained: explained[index] as ExplainedRow }))
  }

  /** All Microsoft 365 rows of a tenant in the two compared months: which of them stands depends on all. */
  private comparedSeats(
    profileId: number,
    { view }: Section & { readonly kind: 'stream' },
    tenantId: string,
  ): StoredSeatRow[] {
    if (view === null) return []
    const all: StoredSeatRow[] = []
    for (;;) {
      const after = all.at(-1)?.row ?? 0
      const query = { tenantId, months: comparedMonths(view), after, limit: PAGE }
      const page = this.workspace.seatRows(profileId, query)
      all.push(...page)
      if (page.length < PAGE) return all
    }
  }

  private certifications(
    of: ExactResult,
    section: Section & { readonly kind: 'step' },
    { profileId, subject, after, limit }: RowsRequest,
  ): RowPage {
    const rows = this.workspace
      .certificationRows(profileId)
      .filter(({ person }) => person === subject)
    if (rows.length === 0) throw unknownSubject(subject)
    const totals = accountOf(of, section, { certifications: rows }).totals()
    const explained = explainCertifications(of, section, rows)
    const from = rows.findIndex(({ row }) => row > after)
    const start = from < 0 ? rows.length : from
    const next = start + limit < rows.length ? (rows[start + limit - 1]?.row ?? null) : null
    return { ...totals, entries: explained.slice(start, start + limit), next }
  }

  private sectionOf(request: SectionRequest): { of: ExactResult; section: Section } {
    const of = this.exact(request)
    const sections = sectionsOf(of, metricNamed(of, request.metricId))
    return { of, section: sectionNamed(sections, request.section) }
  }

  private exact(request: ScoreRequest): ExactResult {
    const { tracks, options } = this.scores.resolve(request)
    return exactScoreOf(tracks, options)
  }

  /** The rows of a profile added up; kept for the profile explained last. */
  private stored(profileId: number): ExplainedRows {
    const key = `${String(profileId)} ${String(this.workspace.revision(profileId))}`
    if (this.kept?.key !== key) {
      const sums = this.workspace.rowSums(profileId)
      const certifications = this.workspace.certificationRows(profileId)
      this.kept = { key, stored: { sums, certifications } }
    }
    return this.kept.stored
  }
}

function unknownSubject(subject: string): SeventyError {
  return new SeventyError(
    'input-invalid',
    `Nothing of "${subject}" is stored for this partner. Take the id from a list of the explanation.`,
    { subject },
  )
}
