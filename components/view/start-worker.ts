/** The part of Trusted Types we use, which TypeScript's library does not have yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

const script = '/annotator.js';

/**
 * Starts the annotator's worker. Pages of ours enforce Trusted Types, and a worker's address is a script address:
 * the one policy allows this one script and no other.
 */
export function startWorker(): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('lede-worker', {
    createScriptURL: (url) => {
      if (url !== script) throw new Error(`no worker but ${script} may be started, not ${url}`);
      return url;
    },
  });
  return new Worker(policy?.createScriptURL(script) ?? script);
}
