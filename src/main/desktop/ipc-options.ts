import { app, ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { HandleOptions } from '../ipc/handle'
import { isTrustedFrame } from '../ipc/trusted-sender'
import { appHost } from './app-urls'

/** How Electron's IPC serves the contract: to the main frame of our own pages only. */
export function electronIpc(
  onFault: (place: string, error: unknown) => void,
): HandleOptions<IpcMainInvokeEvent> {
  return {
    listen: (channel, listener) => {
      ipcMain.handle(channel, listener)
    },
    isTrusted: (event) => isTrustedFrame(event.senderFrame, appHost),
    callerOf: ({ sender }) => ({
      send: (channel, payload) => {
        if (!sender.isDestroyed()) sender.send(channel, payload)
      },
    }),
    checkOutput: !app.isPackaged,
    onFault,
  }
}
