// @ts-check
/** `npm run gallery`: every building block of the window in every state, served for the browser. */
import { join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { createServer } from 'vite'
import { root } from './paths.mjs'

const server = await createServer({
  configFile: false,
  root: join(root, 'src', 'renderer'),
  cacheDir: join(root, 'node_modules', '.cache', 'gallery'),
  plugins: [vue()],
  server: { host: '127.0.0.1', port: 5170 },
})
await server.listen()
const [url = ''] = server.resolvedUrls?.local ?? []
process.stdout.write(`${url}gallery/index.html\n`)
