/** Marks a link that stands for something embedded: it is kept, and is not part of the text. */
export const embedAttribute = 'data-embed';

/**
 * Puts a titled link in place of a player, post or map that a copy embeds, and takes any other frame away. What is
 * embedded is known by its address, which says so on every large host.
 */
export function settleEmbed(frame: Element, copy: Document): void {
  const address = addressOf(frame);
  if (!address || isHidden(frame)) frame.remove();
  else frame.replaceWith(linkTo(address, frame, copy));
}

function addressOf(frame: Element): string | null {
  const said = [
    frame.getAttribute('src'),
    frame.getAttribute('data-src'),
    frame.getAttribute('data'),
    frame.querySelector('source')?.getAttribute('src'),
  ].find((value) => value?.trim() && !/^(?:about:|javascript:|data:|blob:)/i.test(value));
  if (!said) return null;
  if (/^(?:video|audio|amp-video)$/.test(frame.localName)) return said;
  const isPlayer =
    /[/.=_-](?:embed|player|video|videos|maps?|widget|watch|playlist|track|episode|chart|interactive)\b|\bembed/i.test(
      said,
    );
  const isOther =
    /\b(?:ads?|doubleclick|recaptcha|captcha|analytics|comments?|consent|login|signup|subscribe|newsletter|like|share|follow|button)s?\b/i.test(
      said,
    );
  return isPlayer && !isOther ? said : null;
}

function isHidden(frame: Element): boolean {
  const isTiny = ['width', 'height'].some((name) =>
    /^\s*[0-5](?:px)?\s*$/.test(frame.getAttribute(name) ?? ''),
  );
  return isTiny || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(frame.getAttribute('style') ?? '');
}

function linkTo(address: string, frame: Element, copy: Document): Element {
  const kind = /audio|podcast|track|episode|playlist/i.test(`${frame.localName} ${address}`)
    ? 'Audio'
    : /\bmaps?\b/i.test(address)
      ? 'Map'
      : /chart|interactive|widget/i.test(address)
        ? 'Embedded content'
        : 'Video';
  const link = copy.createElement('a');
  link.setAttribute('href', address);
  link.setAttribute(embedAttribute, kind);
  const title = (frame.getAttribute('title') ?? frame.getAttribute('aria-label') ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  link.textContent = title && title.length < 200 ? `${kind}: ${title}` : kind;
  const paragraph = copy.createElement('p');
  paragraph.append(link);
  return paragraph;
}
