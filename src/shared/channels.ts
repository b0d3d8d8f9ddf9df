/** Channels of the events that main sends to the window. */
export const eventChannels = {
  job: 'event:job',
  command: 'event:command',
  changed: 'event:changed',
} as const

/** On this channel the preload, never the page, names the paths of dropped files. */
export const dropChannel = 'drops.accept'
