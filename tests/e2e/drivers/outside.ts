import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** Stands where the rest of the world would be: a proxy that writes down every request for another host and refuses it. */
export interface Outside {
  readonly port: number;
  /** Requests so far, as "GET http://host/path" or "CONNECT host:443". */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

export async function startOutside(): Promise<Outside> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    requests.push(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy()); // a browser that quits in mid-request
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port, // a server on TCP has no other kind of address
    requests,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
