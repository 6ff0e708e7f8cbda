import { type GeneratedI18nStructure, i18n } from '#i18n';

/** Key of a text in assets/locales. */
export type MessageKey = keyof GeneratedI18nStructure;

/** Key of a text with plural forms: `words` for `words.one`, `words.other` and what else a language has. */
export type PluralKey = { [Key in MessageKey]: Key extends `${infer Base}.other` ? Base : never }[MessageKey];

const translate = i18n.t as (key: string, substitutions?: string[]) => string;

/** The text in the language of the browser, `$1`, `$2` … replaced in order. */
export function message(key: MessageKey, ...substitutions: string[]): string {
  return translate(key, substitutions);
}

/** The text in the plural form for `count`, which stands for `$1` in the language's own digits. */
export function plural(key: PluralKey, count: number): string {
  const category = new Intl.PluralRules(locale()).select(count);
  return translate(`${key}.${category}`, [number(count)]);
}

export function number(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}

/**
 * BCP 47 tag of the language the texts are in. Each locale says its own: the browser's `@@ui_locale` may be one that
 * Lede does not speak, and its plural forms and direction would then be those of another language than the words.
 */
export function locale(): string {
  return message('locale');
}

/** Direction of the frame; the article has its own. */
export function direction(): 'ltr' | 'rtl' {
  return locale() === 'ar' ? 'rtl' : 'ltr';
}
