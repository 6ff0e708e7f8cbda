/** What a payload did that no payload may do. */
export type HitKind = 'execution' | 'request' | 'navigation' | 'dialog' | 'policy' | 'markup' | 'error';

export interface Hit {
  readonly kind: HitKind;
  readonly what: string;
  /** Number of the payload whose markup did it, where that can be told. */
  readonly payload: number | null;
}

/** Runs before any script of a page of ours: writes down what payloads try. Reached as `ledeTraps`. */
export const trapScript = `(${setTraps})();`;

function setTraps() {
  const hits: { kind: string; what: string; payload: number | null }[] = [];
  // biome-ignore lint/suspicious/noExplicitAny: the names payloads reach for
  const page = globalThis as any;
  page.ledeTraps = hits;
  const payloadOf = (target: unknown) => {
    const holder = target instanceof Element ? target.closest('section[id*="payload-"]') : null;
    return holder ? Number(/payload-(\d+)/.exec(holder.id)?.[1]) : null;
  };
  const hit = (kind: string, what: unknown, target: unknown = null) => {
    if (hits.length < 2_000)
      hits.push({ kind, what: String(what).slice(0, 120), payload: payloadOf(target) });
  };
  for (const name of ['alert', 'confirm', 'prompt'])
    Object.defineProperty(page, name, { value: (said: unknown) => hit('execution', `${name}(${said})`) });
  page.print = () => hit('dialog', 'print');
  page.open = (url: unknown) => hit('navigation', `open ${url}`);
  page.showModalDialog = () => hit('dialog', 'showModalDialog');
  addEventListener(
    'securitypolicyviolation',
    (event) => {
      // Chromium reports handlers, styles and bases of the inert document, too, that the sanitiser takes them out of
      const isOfText = event.blockedURI === 'inline' || event.effectiveDirective === 'base-uri';
      const isInert = isOfText && event.target === document;
      if (!isInert) hit('policy', `${event.effectiveDirective} ${event.blockedURI}`, event.target);
    },
    true,
  );
  addEventListener('error', (event) => {
    if (event instanceof ErrorEvent) hit('error', event.message, event.target);
  });
  addEventListener('unhandledrejection', (event) => hit('error', event.reason));
  addEventListener('submit', (event) => hit('navigation', 'submit', event.target), true);
}
