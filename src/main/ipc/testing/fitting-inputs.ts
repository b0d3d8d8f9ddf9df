import { noBranding } from '../../../shared/no-branding'
import { noOverrides } from '../../../shared/no-overrides'
import type { ProcedureName } from '../../../shared/contract'

export const uuid = '0f8fad5b-d9cb-469f-a165-70867728950e'
const importing = { profileId: 1, files: [uuid], mode: 'replace', skipBadRows: false }
const score = { profileId: 1, asOf: '2023-12-15', edition: 'security-2023-12' }

const view = {
  ...{ columns: ['month', 'amount'], search: 'a', sort: null },
  filters: [{ kind: 'number', column: 'amount', atLeast: 5 }],
}
const browsing = {
  ...{ profileId: 1, asOf: '2023-12-15', table: 'customers', search: '' },
  filters: [{ kind: 'flag', column: 'addsAzure', is: true }],
}

const typedIn = {
  ...{ dataset: 'azure-usage', service: 'Sentinel', offer: null, association: 'PAL', usd: 12.5 },
  ...{ month: '2023-11', tenantId: uuid, customerName: null },
}

const action = {
  ...{ title: 'Fix associations', owner: 'Ada', due: '2024-02-01', points: 2.5, status: 'open' },
  ...{ note: '', origin: { lever: 'association', metric: null, stream: 'azure', subject: null } },
}

const totals = {
  edition: 'security-2023-12',
  streams: [{ metricId: 'usage-growth', stream: 'azure', current: 12.5, previous: 3 }],
  steps: [{ metricId: 'intermediate-certifications', step: 'step-1', people: 2 }],
}

/** An input that fits, for each procedure: what the attacks below start from. */
export const fitting: Readonly<Record<ProcedureName, Readonly<Record<string, unknown>>>> = {
  'app.info': {},
  'app.ping': {},
  'files.choose': {},
  'files.describe': { tokens: [uuid] },
  'profiles.list': {},
  'profiles.add': { name: 'Acme', mpnId: '77' },
  'profiles.remove': { profileId: 1 },
  'portfolio.list': {},
  'score.get': { ...score, readings: { seatScope: 'tenant' } },
  'score.metric': { ...score, metricId: 'deployments' },
  'score.trend': { ...score, from: '2023-01', to: '2023-12' },
  'score.plan': {
    profileId: 1,
    by: '2024-06-01',
    settings: { effort: { renewal: 0.5 }, limit: { 'azure-growth': 3 } },
  },
  'score.changes': {
    ...{ profileId: 1, from: '2023-11-15', to: '2023-12-15', edition: 'security-2023-12' },
    ...{ readings: { seatScope: 'tenant' }, limit: 6 },
  },
  'score.explanation': { ...score, metricId: 'deployments' },
  'score.omissions': { ...score, metricId: 'deployments', section: 'azure' },
  'score.rows': {
    ...{ ...score, metricId: 'deployments', section: 'azure' },
    ...{ subject: uuid, scope: 'all', after: 3, limit: 6 },
  },
  'score.forecast': { ...score, months: 6, usage: 'none', limit: 5 },
  'score.alerts': score,
  'scenarios.list': { profileId: 1 },
  'scenarios.choices': { ...score, search: 'a', limit: 20 },
  'scenarios.compare': { ...score, scenarios: [noOverrides] },
  'scenarios.create': { profileId: 1, name: 'More seats', overrides: noOverrides },
  'scenarios.change': { scenarioId: 1, name: 'More', overrides: noOverrides },
  'scenarios.duplicate': { scenarioId: 1 },
  'scenarios.remove': { scenarioId: 1 },
  'imports.list': { profileId: 1 },
  'imports.check': { ...importing, dateOrder: 'dmy' },
  'imports.commit': importing,
  'imports.inspect': {
    files: [uuid],
    choices: [{ decimal: ',', mapping: { dataset: 'azure-usage', columns: { acr: 3 } } }],
  },
  'layouts.list': {},
  'layouts.remove': { fingerprint: 'a'.repeat(64) },
  'layouts.export': {},
  'layouts.import': { files: [uuid] },
  'locations.list': { profileId: 1 },
  'imports.rejects': importing,
  'imports.history': { profileId: 1 },
  'imports.withdraw': { importId: 1 },
  'imports.restore': { importId: 1 },
  'imports.erase': { importId: 1 },
  'names.list': {},
  'names.treat': { kind: 'service', name: 'Key Valt', treatAs: 'Key Vault' },
  'names.forget': { kind: 'service', name: 'Key Valt' },
  'sample.create': {},
  'reports.model': { profileId: 1, asOf: '2023-12-15', pageSize: 'A4' },
  'reports.printing': {},
  'reports.history': { profileId: 1 },
  'reports.branding': { profileId: 1 },
  'reports.brand': { profileId: 1, for: 'partner', branding: { ...noBranding, accent: '#0b5d62' } },
  'reports.export': { profileId: 1, pageSize: 'Letter', format: 'pdf' },
  'editions.list': {},
  'editions.get': { id: 'security-2023-12' },
  'editions.compare': { left: 'security-2023-06', right: 'security-2023-12' },
  'editions.check': { files: [uuid] },
  'editions.add': { files: [uuid] },
  'editions.remove': { id: 'my-edition' },
  'editions.choose': { profileId: 1, edition: 'security-2023-12' },
  'data.page': { ...browsing, sort: null, offset: 0, limit: 500 },
  'data.totals': browsing,
  'data.facets': browsing,
  'data.export': {
    ...{ ...browsing, sort: { column: 'acr', descending: true } },
    ...{ columns: ['customer', 'acr'], format: 'csv' },
  },
  'views.list': { profileId: 1, table: 'azure' },
  'views.create': { profileId: 1, table: 'azure', name: 'Large ones', view },
  'views.change': { viewId: 1, name: 'Largest', view },
  'views.remove': { viewId: 1 },
  'views.remember': { profileId: 1, table: 'azure', view },
  'plans.get': { profileId: 1 },
  'plans.set': {
    profileId: 1,
    settings: { effort: { renewal: 0.5 }, limit: { 'azure-growth': 3 } },
  },
  'actions.list': { profileId: 1 },
  'actions.create': { profileId: 1, ...action },
  'actions.change': { actionId: 1, change: { status: 'done', due: null } },
  'actions.remove': { actionId: 1 },
  'notes.list': { profileId: 1, about: { kind: 'customer', tenantId: uuid } },
  'notes.create': { profileId: 1, text: 'Asked for CPOR', about: { kind: 'partner' } },
  'notes.change': { noteId: 1, text: 'Asked again' },
  'notes.remove': { noteId: 1 },
  'snapshots.list': { profileId: 1 },
  'snapshots.take': { profileId: 1, asOf: '2023-12-15', name: 'Before the review' },
  'snapshots.rename': { snapshotId: 1, name: 'Review' },
  'snapshots.remove': { snapshotId: 1 },
  'edits.steps': {},
  'edits.undo': { stepId: 3 },
  'edits.redo': { stepId: 3 },
  'edits.row': { profileId: 1, dataset: 'azure-usage', row: 7 },
  'edits.names': { profileId: 1 },
  'edits.add': { profileId: 1, row: typedIn },
  'edits.change': {
    ...{ profileId: 1, dataset: 'm365-usage', row: 7 },
    change: {
      kind: 'values',
      values: { dataset: 'm365-usage', workload: 'Intune', association: null, paid: 30, active: 9 },
    },
  },
  'edits.rename': { profileId: 1, tenantId: uuid, name: 'Brook Street' },
  'edits.anniversary': { profileId: 1, month: 6 },
  'edits.partner': { profileId: 1, name: 'Acme' },
  'manual.get': { profileId: 1 },
  'manual.set': { profileId: 1, totals: { editions: [totals] } },
  'manual.clear': { profileId: 1 },
  'search.find': { profileId: 1, text: 'brook' },
  'workspace.state': {},
  'workspace.audit': {},
  'workspace.backup': {},
  'workspace.verify': {},
  'settings.get': {},
  'settings.set': {
    ...{ appearance: 'dark', firm: 'Brook', pageSize: 'A4' },
    ...{ contrast: 'high', density: 'compact', formats: 'de-DE' },
  },
  'jobs.cancel': { jobId: uuid },
}
