import { mount } from '../../../components/article/fragment.ts';
import { type SanitizedHtml, sanitize } from '../../../components/article/sanitize.ts';
import { audit } from './audit.ts';
import { type Hit, trapScript } from './traps.ts';

export interface BareResult {
  readonly index: number;
  readonly hits: readonly Hit[];
}

/**
 * Mounts payloads in frames of a page without any policy, after the sanitiser or as they come, and tells which sprang
 * a trap. What the extension's policy would stop is not stopped here: it is the sanitiser alone that is tried.
 */
async function mountAll(
  payloads: readonly string[],
  first: number,
  isSanitized: boolean,
): Promise<BareResult[]> {
  const frames = payloads.map((html) => framed(html, isSanitized));
  await new Promise((resolve) => setTimeout(resolve, 120));
  const results = frames.map((frame, i) => ({ index: first + i, hits: hitsOf(frame, isSanitized) }));
  for (const frame of frames) frame.remove();
  return results.filter(({ hits }) => hits.length > 0);
}

type FrameWindow = Window & typeof globalThis & { ledeTraps: Hit[]; ledeHome: true };

/** Dialogs and other tabs are kept from the whole browser; that they were tried is told by the traps. */
function framed(html: string, isSanitized: boolean): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
  document.body.append(frame);
  const window = frame.contentWindow as FrameWindow; // about:blank is of our origin, and there at once
  const page = frame.contentDocument!;
  window.ledeHome = true;
  const traps = page.createElement('script');
  traps.textContent = trapScript;
  page.head.append(traps);
  mount(isSanitized ? sanitize(html, 'none', window) : asItComes(html, page), page.body);
  const stay = (event: Event) => {
    const link = (event.target as Element).closest('a');
    if (link && /^(https?|mailto):/.test(link.protocol)) event.preventDefault();
  };
  page.addEventListener('click', stay);
  for (const element of page.body.querySelectorAll('*'))
    for (const type of ['mouseover', 'pointerdown', 'focus', 'click', 'input', 'animationend', 'toggle'])
      element.dispatchEvent(new window.MouseEvent(type, { bubbles: true, cancelable: true }));
  return frame;
}

function asItComes(html: string, page: Document): SanitizedHtml {
  const template = page.createElement('template');
  template.innerHTML = html;
  return template.content as unknown as SanitizedHtml; // it is not: this is the control
}

function hitsOf(frame: HTMLIFrameElement, isSanitized: boolean): Hit[] {
  const moved = [{ kind: 'navigation' as const, what: 'the frame was led away', payload: null }];
  try {
    const window = frame.contentWindow as FrameWindow;
    if (!window.ledeHome) return moved;
    const hits = window.ledeTraps.filter(({ kind }) => kind !== 'error');
    const left = isSanitized ? audit(frame.contentDocument!.body) : [];
    return [...hits, ...left.map((what) => ({ kind: 'markup' as const, what, payload: null }))];
  } catch {
    return moved; // of another origin
  }
}

Object.assign(globalThis, { ledeMountAll: mountAll });
