import { connect } from 'node:net';

/** Firefox's own remote control, spoken over a socket: no geckodriver has to be had. */
export interface Marionette {
  /** Sends a WebDriver or Marionette command; throws with Firefox's own words when it refuses. */
  send(command: string, parameters?: object): Promise<Record<string, unknown>>;
  /** Runs a function body with the browser's own rights: `arguments`, and `window` of the browser. */
  asBrowser<Value>(body: string, ...args: unknown[]): Promise<Value>;
  /** The same for a body that calls its last argument with the answer. */
  asBrowserAsync<Value>(body: string, ...args: unknown[]): Promise<Value>;
  close(): void;
}

/**
 * Messages are `length:json`. A command is `[0, id, name, parameters]`, its answer `[1, id, error, value]`; before the
 * first one Firefox sends an object of its own.
 * https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1');
  const waiting = new Map<number, { resolve(value: never): void; reject(error: Error): void }>();
  let received: Buffer = Buffer.alloc(0);
  let count = 0;

  const greeted = new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', () => {
      for (const { reject } of waiting.values()) reject(new Error('Firefox ended'));
    });
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      for (let message = next(); message !== undefined; message = next())
        if (Array.isArray(message)) answer(message);
        else resolve();
    });
  });

  function next(): unknown {
    const colon = received.indexOf(':');
    if (colon < 0) return undefined;
    const end = colon + 1 + Number(received.subarray(0, colon));
    if (received.length < end) return undefined;
    const message = JSON.parse(received.subarray(colon + 1, end).toString());
    received = received.subarray(end);
    return message;
  }

  function answer([, id, error, value]: unknown[]): void {
    const asker = waiting.get(id as number);
    waiting.delete(id as number);
    const refusal = error as { error: string; message: string } | null;
    if (refusal) asker?.reject(new Error(`${refusal.error}: ${refusal.message}`));
    else asker?.resolve(value as never);
  }

  function send(command: string, parameters: object = {}): Promise<Record<string, unknown>> {
    return new Promise((resolve, reject) => {
      if (socket.destroyed) return reject(new Error('Firefox ended'));
      const id = ++count;
      waiting.set(id, { resolve, reject });
      const text = JSON.stringify([0, id, command, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  }

  async function execute<Value>(command: string, script: string, args: unknown[]): Promise<Value> {
    const { value } = await send(command, { script, args, sandbox: 'system', newSandbox: false });
    return value as Value;
  }

  await greeted;
  await send('WebDriver:NewSession', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
  await send('WebDriver:SetTimeouts', { script: 60_000, pageLoad: 30_000 });
  await send('Marionette:SetContext', { value: 'chrome' });
  return {
    send,
    asBrowser: (body, ...args) => execute('WebDriver:ExecuteScript', body, args),
    asBrowserAsync: (body, ...args) => execute('WebDriver:ExecuteAsyncScript', body, args),
    close: () => void socket.destroy(),
  };
}
