import { settleEmbed } from './embeds.ts';
import { imageFor, settleImage, unwrapFallback } from './images.ts';

const settled =
  'img, amp-img, amp-anim, noscript, iframe, embed, object, video, audio, amp-iframe, amp-video, amp-youtube, script, ' +
  'style, link, template, input, select, textarea, dialog, div[hidden]';

/** Makes a copy what its scripts would have made of it, as far as can be told, and takes out what is never read. */
export function settle(copy: Document): void {
  // One walk: in a DOM without a browser's engine each costs as much as a tenth of Readability.
  for (const element of copy.querySelectorAll(settled)) {
    switch (element.localName) {
      case 'img':
        settleImage(element);
        break;
      case 'amp-img':
      case 'amp-anim':
        element.replaceWith(imageFor(element, copy));
        break;
      case 'noscript':
        unwrapFallback(element, copy);
        break;
      case 'div':
        showStreamed(element);
        break;
      case 'script':
        if (!element.getAttribute('type')?.startsWith('math/')) element.remove();
        break;
      case 'style':
      case 'link':
      case 'template':
      case 'input':
      case 'select':
      case 'textarea':
      case 'dialog':
        element.remove();
        break;
      default:
        settleEmbed(element, copy);
    }
  }
}

/** Streamed server rendering leaves finished parts hidden at the end of the page until a script moves them in. */
function showStreamed(part: Element): void {
  if (part.id.startsWith('S:')) part.removeAttribute('hidden');
}
