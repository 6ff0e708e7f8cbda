import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { basename, join } from 'node:path';

export interface Site {
  /** "http://127.0.0.1:PORT" without a slash. */
  readonly origin: string;
  readonly port: number;
  close(): Promise<void>;
}

export interface Served {
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Sent and then left open: the page never finishes. */
  readonly unfinished?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What lies at a path, or null. */
export type Shelf = (path: string) => Served | null;

const pages = join(import.meta.dirname, '..', '..', 'pages');

/** Serves what `shelf` finds, on this machine alone and on a port of its own. */
export async function startSite(shelf: Shelf): Promise<Site> {
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    answer(response, shelf(decodeURIComponent(pathname)));
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a server on TCP has no other kind of address
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(response: ServerResponse, found: Served | null): void {
  if (!found) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'Content-Type': found.type, ...found.headers });
  if (found.unfinished) response.write(found.body);
  else response.end(found.body);
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  svg: 'image/svg+xml',
};

/** The sample article's site. */
export const samplePath = '/africa/2021/04/16/sirte-talks';

export const sampleShelf: Shelf = (path) => {
  if (path === samplePath) return page('sample', 'source.html');
  if (path.startsWith('/sample/')) return page('sample', basename(path));
  return null;
};

function page(slug: string, file: string): Served | null {
  const type = types[file.slice(file.lastIndexOf('.') + 1)];
  return type ? { type, body: readFileSync(join(pages, slug, file)) } : null;
}
