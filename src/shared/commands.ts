/**
 * Every command of the program, once: the native menu, the keyboard shortcuts and the shortcut list
 * in the window are made from this table, so they cannot differ.
 */
export const commandIds = [
  'go.portfolio',
  'go.overview',
  'go.net-customer-adds',
  'go.intermediate-certifications',
  'go.deployments',
  'go.usage-growth',
  'go.history',
  'go.plan',
  'go.scenarios',
  'go.customers',
  'go.people',
  'go.azure',
  'go.m365',
  'go.import',
  'go.imports',
  'go.report',
  'go.rules',
  'go.settings',
  'palette.open',
  'history.back',
  'history.forward',
  'pane.next',
  'pane.previous',
  'partner.switch',
  'partner.add',
  'report.export',
  'snapshot.take',
  'edit.undo',
  'edit.redo',
  'add.usage',
  'add.seats',
  'add.certification',
  'view.privacy',
  'help.manual',
  'help.shortcuts',
] as const
export type CommandId = (typeof commandIds)[number]

export type MenuId = 'file' | 'edit' | 'go' | 'view' | 'help'

export interface Command {
  readonly id: CommandId
  readonly label: string
  readonly menu: MenuId
  /** Electron's notation; CmdOrCtrl is ⌘ on macOS and Ctrl elsewhere. */
  readonly accelerator?: string
  /** On macOS, where its custom is another. */
  readonly mac?: string
  /** Another shortcut that the keyboard knows and no list shows. */
  readonly also?: string
  /** True when the command needs a chosen partner. */
  readonly needsPartner?: boolean
}

export const commands: readonly Command[] = [
  { id: 'partner.add', label: 'New partner…', menu: 'file', accelerator: 'CmdOrCtrl+N' },
  { id: 'partner.switch', label: 'Switch partner…', menu: 'file', accelerator: 'CmdOrCtrl+O' },
  {
    id: 'go.import',
    label: 'Import files…',
    menu: 'file',
    accelerator: 'CmdOrCtrl+I',
    needsPartner: true,
  },
  {
    id: 'report.export',
    label: 'Export report…',
    menu: 'file',
    accelerator: 'CmdOrCtrl+E',
    needsPartner: true,
  },
  {
    id: 'snapshot.take',
    label: 'Take snapshot',
    menu: 'file',
    accelerator: 'CmdOrCtrl+S',
    needsPartner: true,
  },
  { id: 'edit.undo', label: 'Undo', menu: 'edit', accelerator: 'CmdOrCtrl+Z' },
  {
    id: 'edit.redo',
    label: 'Redo',
    menu: 'edit',
    accelerator: 'Shift+CmdOrCtrl+Z',
    also: 'CmdOrCtrl+Y',
  },
  { id: 'add.usage', label: 'Add Azure usage…', menu: 'edit', needsPartner: true },
  { id: 'add.seats', label: 'Add Microsoft 365 seats…', menu: 'edit', needsPartner: true },
  { id: 'add.certification', label: 'Add certification…', menu: 'edit', needsPartner: true },
  { id: 'go.portfolio', label: 'Portfolio', menu: 'go', accelerator: 'CmdOrCtrl+1' },
  {
    id: 'go.overview',
    label: 'Overview',
    menu: 'go',
    accelerator: 'CmdOrCtrl+2',
    needsPartner: true,
  },
  {
    id: 'go.net-customer-adds',
    label: 'Net customer adds',
    menu: 'go',
    accelerator: 'CmdOrCtrl+3',
    needsPartner: true,
  },
  {
    id: 'go.intermediate-certifications',
    label: 'Intermediate certifications',
    menu: 'go',
    accelerator: 'CmdOrCtrl+4',
    needsPartner: true,
  },
  {
    id: 'go.deployments',
    label: 'Deployments',
    menu: 'go',
    accelerator: 'CmdOrCtrl+5',
    needsPartner: true,
  },
  {
    id: 'go.usage-growth',
    label: 'Usage growth',
    menu: 'go',
    accelerator: 'CmdOrCtrl+6',
    needsPartner: true,
  },
  {
    id: 'go.history',
    label: 'History',
    menu: 'go',
    accelerator: 'CmdOrCtrl+7',
    needsPartner: true,
  },
  { id: 'go.plan', label: 'Plan', menu: 'go', accelerator: 'CmdOrCtrl+8', needsPartner: true },
  {
    id: 'go.scenarios',
    label: 'Scenarios',
    menu: 'go',
    accelerator: 'CmdOrCtrl+9',
    needsPartner: true,
  },
  { id: 'go.imports', label: 'Imports', menu: 'go', needsPartner: true },
  {
    id: 'go.customers',
    label: 'Customers',
    menu: 'go',
    accelerator: 'Shift+CmdOrCtrl+C',
    needsPartner: true,
  },
  {
    id: 'go.people',
    label: 'People',
    menu: 'go',
    accelerator: 'Shift+CmdOrCtrl+P',
    needsPartner: true,
  },
  {
    id: 'go.azure',
    label: 'Azure usage',
    menu: 'go',
    accelerator: 'Shift+CmdOrCtrl+A',
    needsPartner: true,
  },
  {
    id: 'go.m365',
    label: 'Microsoft 365 usage',
    menu: 'go',
    accelerator: 'Shift+CmdOrCtrl+M',
    needsPartner: true,
  },
  { id: 'go.report', label: 'Report', menu: 'go', accelerator: 'CmdOrCtrl+P', needsPartner: true },
  { id: 'go.rules', label: 'Rules', menu: 'go', accelerator: 'Shift+CmdOrCtrl+R' },
  {
    id: 'go.settings',
    label: 'Settings',
    menu: 'go',
    accelerator: 'CmdOrCtrl+,',
  },
  { id: 'palette.open', label: 'Search and commands…', menu: 'go', accelerator: 'CmdOrCtrl+K' },
  {
    id: 'history.back',
    label: 'Back',
    menu: 'go',
    accelerator: 'Alt+Left',
    mac: 'CmdOrCtrl+[',
  },
  {
    id: 'history.forward',
    label: 'Forward',
    menu: 'go',
    accelerator: 'Alt+Right',
    mac: 'CmdOrCtrl+]',
  },
  { id: 'pane.next', label: 'Next pane', menu: 'view', accelerator: 'F6' },
  { id: 'pane.previous', label: 'Previous pane', menu: 'view', accelerator: 'Shift+F6' },
  { id: 'view.privacy', label: 'Privacy blur', menu: 'view', accelerator: 'Shift+CmdOrCtrl+H' },
  { id: 'help.manual', label: 'Help for this screen', menu: 'help', accelerator: 'F1' },
  {
    id: 'help.shortcuts',
    label: 'Keyboard shortcuts',
    menu: 'help',
    accelerator: 'Shift+F1',
  },
]

/** The keys of a command on a system, in Electron's notation; undefined where it has none. */
export function acceleratorOf(
  { accelerator, mac }: Pick<Command, 'accelerator' | 'mac'>,
  platform: string,
): string | undefined {
  return platform === 'darwin' ? (mac ?? accelerator) : accelerator
}
