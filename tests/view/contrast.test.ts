// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('assets/styles/theme.css', 'utf8');

/** Custom properties of a block of theme.css. */
function colours(selector: string): Record<string, string> {
  const at = css.indexOf(selector);
  const block = css.slice(css.indexOf('{', at) + 1, css.indexOf('}', at));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6})/g)].map(([, name, value]) => [name, value!]),
  );
}

/** Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex;
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

/** `a` mixed into `b`, as color-mix in srgb does for the fill of a traced name. */
function mix(a: string, b: string, share: number): string {
  const at = (hex: string, i: number) => Number.parseInt(hex.slice(i, i + 2), 16);
  const wide = (hex: string) => (hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex);
  const channels = [1, 3, 5].map((i) => Math.round(at(wide(a), i) * share + at(wide(b), i) * (1 - share)));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

const themes = {
  light: ':root[data-theme="light"]',
  sepia: ':root[data-theme="sepia"]',
  dark: ':root[data-theme="dark"]',
  black: ':root[data-theme="black"]',
  'auto, dark': ':root:not([data-theme="light"]',
};

const texts = ['text', 'muted', 'accent'] as const;
const marks = ['person', 'place', 'organisation', 'date', 'other'] as const;

describe.each(Object.entries(themes))('theme %s', (_, selector) => {
  const theme = colours(selector);

  it.each(texts)('has %s at 4.5 or more on every ground', (name) => {
    expect(contrast(theme[name]!, theme.ground!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme[name]!, theme.surface!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(marks)('has the line of %s at 3 or more, and its text readable on a traced name', (name) => {
    expect(contrast(theme[name]!, theme.ground!)).toBeGreaterThanOrEqual(3);
    expect(contrast(theme.text!, mix(theme[name]!, theme.ground!, 0.2))).toBeGreaterThanOrEqual(4.5);
  });

  it('has a found place readable', () => {
    expect(contrast(theme.ground!, theme.accent!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.text!, mix(theme.organisation!, theme.ground!, 0.28))).toBeGreaterThanOrEqual(4.5);
  });
});

it('says the same for dark by choice and dark by the system', () => {
  expect(colours(themes['auto, dark'])).toEqual(colours(themes.dark));
});
