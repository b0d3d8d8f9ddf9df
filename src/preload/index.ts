import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge, Call, Drop, DroppedFile, Reply, Unsubscribe } from '../shared/api'
import type { ProcedureName } from '../shared/contract'
import { dropChannel, eventChannels } from '../shared/channels'

/**
 * The one thing a page gets to see of the program. Every function names its procedure, so nothing
 * that is not written here can be called; input and sender are checked on the other side.
 */
function call<N extends ProcedureName>(name: N): Call<N> {
  return (input) => ipcRenderer.invoke(name, input) as ReturnType<Call<N>>
}

function listen<T>(channel: string, listener: (payload: T) => void): Unsubscribe {
  const receive = (_event: unknown, payload: T) => listener(payload)
  ipcRenderer.on(channel, receive)
  return () => {
    // Nothing is handed back: the emitter itself must not cross into the page.
    ipcRenderer.off(channel, receive)
  }
}

/** The path never enters the page: it goes from the browser's own file object straight to main. */
function acceptDropped(files: readonly DroppedFile[]): Promise<Reply<Drop>> {
  const paths = files
    .map((file) => webUtils.getPathForFile(file as File))
    .filter((path) => path !== '')
  return ipcRenderer.invoke(dropChannel, paths) as Promise<Reply<Drop>>
}

const bridge = {
  app: { info: call('app.info'), ping: call('app.ping') },
  files: { choose: call('files.choose'), describe: call('files.describe') },
  profiles: {
    list: call('profiles.list'),
    add: call('profiles.add'),
    remove: call('profiles.remove'),
  },
  portfolio: { list: call('portfolio.list') },
  score: {
    get: call('score.get'),
    metric: call('score.metric'),
    trend: call('score.trend'),
    changes: call('score.changes'),
    plan: call('score.plan'),
    explanation: call('score.explanation'),
    omissions: call('score.omissions'),
    rows: call('score.rows'),
    forecast: call('score.forecast'),
    alerts: call('score.alerts'),
  },
  scenarios: {
    list: call('scenarios.list'),
    choices: call('scenarios.choices'),
    compare: call('scenarios.compare'),
    create: call('scenarios.create'),
    change: call('scenarios.change'),
    duplicate: call('scenarios.duplicate'),
    remove: call('scenarios.remove'),
  },
  imports: {
    list: call('imports.list'),
    check: call('imports.check'),
    commit: call('imports.commit'),
    inspect: call('imports.inspect'),
    rejects: call('imports.rejects'),
    history: call('imports.history'),
    withdraw: call('imports.withdraw'),
    restore: call('imports.restore'),
    erase: call('imports.erase'),
  },
  layouts: {
    list: call('layouts.list'),
    remove: call('layouts.remove'),
    export: call('layouts.export'),
    import: call('layouts.import'),
  },
  locations: { list: call('locations.list') },
  names: { list: call('names.list'), treat: call('names.treat'), forget: call('names.forget') },
  sample: { create: call('sample.create') },
  reports: {
    model: call('reports.model'),
    printing: call('reports.printing'),
    export: call('reports.export'),
    history: call('reports.history'),
    branding: call('reports.branding'),
    brand: call('reports.brand'),
  },
  editions: {
    list: call('editions.list'),
    get: call('editions.get'),
    compare: call('editions.compare'),
    check: call('editions.check'),
    add: call('editions.add'),
    remove: call('editions.remove'),
    choose: call('editions.choose'),
  },
  data: {
    page: call('data.page'),
    totals: call('data.totals'),
    facets: call('data.facets'),
    export: call('data.export'),
  },
  views: {
    list: call('views.list'),
    create: call('views.create'),
    change: call('views.change'),
    remove: call('views.remove'),
    remember: call('views.remember'),
  },
  plans: { get: call('plans.get'), set: call('plans.set') },
  edits: {
    steps: call('edits.steps'),
    undo: call('edits.undo'),
    redo: call('edits.redo'),
    row: call('edits.row'),
    names: call('edits.names'),
    add: call('edits.add'),
    change: call('edits.change'),
    rename: call('edits.rename'),
    partner: call('edits.partner'),
    anniversary: call('edits.anniversary'),
  },
  actions: {
    list: call('actions.list'),
    create: call('actions.create'),
    change: call('actions.change'),
    remove: call('actions.remove'),
  },
  notes: {
    list: call('notes.list'),
    create: call('notes.create'),
    change: call('notes.change'),
    remove: call('notes.remove'),
  },
  snapshots: {
    list: call('snapshots.list'),
    take: call('snapshots.take'),
    rename: call('snapshots.rename'),
    remove: call('snapshots.remove'),
  },
  manual: {
    get: call('manual.get'),
    set: call('manual.set'),
    clear: call('manual.clear'),
  },
  search: { find: call('search.find') },
  workspace: {
    state: call('workspace.state'),
    audit: call('workspace.audit'),
    backup: call('workspace.backup'),
    verify: call('workspace.verify'),
  },
  settings: { get: call('settings.get'), set: call('settings.set') },
  jobs: { cancel: call('jobs.cancel') },
  events: {
    onJob: (listener) => listen(eventChannels.job, listener),
    onCommand: (listener) => listen(eventChannels.command, listener),
    onChanged: (listener) => listen(eventChannels.changed, listener),
  },
  drops: { accept: acceptDropped },
} satisfies Bridge

contextBridge.exposeInMainWorld('seventy', bridge)
