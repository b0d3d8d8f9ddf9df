import { extname, join, normalize, sep } from 'node:path'
import { appHost } from './app-urls'

/** What the program serves and nothing else; an unknown ending is not found. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/**
 * The file below `root` that a URL asks for, or undefined for anything that is not a plain file name
 * below it: another host, a path that climbs, a drive letter, an encoded separator, an unknown ending.
 */
export function servedFile(
  url: string,
  root: string,
): { path: string; mediaType: string } | undefined {
  if (!URL.canParse(url)) return undefined
  const { host, pathname } = new URL(url)
  if (host !== appHost || !/^\/[\w./-]+$/.test(pathname)) return undefined
  const mediaType = mediaTypes[extname(pathname)]
  const path = normalize(join(root, pathname))
  return mediaType !== undefined && path.startsWith(root + sep) ? { path, mediaType } : undefined
}
