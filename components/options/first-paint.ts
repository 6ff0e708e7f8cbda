import { choices, type Theme } from './options.ts';

/**
 * The theme before the first paint: `storage.sync` answers too late, so the last theme is kept in localStorage too,
 * which all pages of the extension share and can read at once. A missing or unknown value is 'auto'.
 */
const key = 'theme';

export function paintTheme(root: HTMLElement, theme: Theme): void {
  root.dataset.theme = theme;
}

export function rememberTheme(theme: Theme): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // storage of the page is off or full: the theme then comes with the options, a moment later
  }
}

export function rememberedTheme(): Theme {
  try {
    const theme = localStorage.getItem(key);
    return choices.theme.find((choice) => choice === theme) ?? 'auto';
  } catch {
    return 'auto';
  }
}
