/** What a reader may choose. One small flat object, so that a value that is broken falls back alone. */
export interface Options {
  readonly theme: Theme;
  readonly font: Font;
  /** Text size in CSS pixels of the popup; the full page is set 2 px larger. */
  readonly size: number;
  /** Measure of the full page: 29, 34 or 40 em. */
  readonly width: Width;
  /** Line height as a multiple of the size. */
  readonly lineHeight: number;
  /** Extra space between letters in em. */
  readonly letterSpacing: number;
  readonly popupImages: boolean;
  readonly readerImages: boolean;
  readonly links: boolean;
  readonly justify: boolean;
  /** Which types are marked to begin with. */
  readonly people: boolean;
  readonly places: boolean;
  readonly organisations: boolean;
  readonly dates: boolean;
  readonly others: boolean;
  readonly density: Density;
  /** Dim the text around the entity that is traced. */
  readonly dimOthers: boolean;
  readonly printMarks: boolean;
}

export type Theme = 'auto' | 'light' | 'sepia' | 'dark' | 'black';
export type Font = 'serif' | 'sans' | 'legible';
export type Width = 'narrow' | 'medium' | 'wide';
export type Density = 'all' | 'first' | 'off';

export const defaults: Options = {
  theme: 'auto',
  font: 'serif',
  size: 17,
  width: 'medium',
  lineHeight: 1.55,
  letterSpacing: 0,
  popupImages: false,
  readerImages: true,
  links: true,
  justify: false,
  people: true,
  places: true,
  organisations: true,
  dates: true,
  others: false,
  density: 'all',
  dimOthers: false,
  printMarks: false,
};

export const choices = {
  theme: ['auto', 'light', 'sepia', 'dark', 'black'],
  font: ['serif', 'sans', 'legible'],
  width: ['narrow', 'medium', 'wide'],
  density: ['all', 'first', 'off'],
} as const satisfies { readonly [Key in keyof Options]?: readonly Options[Key][] };

/** Least, greatest and step of the options that are numbers. */
export const ranges = {
  size: { min: 13, max: 32, step: 1 },
  lineHeight: { min: 1.3, max: 2, step: 0.05 },
  letterSpacing: { min: 0, max: 0.12, step: 0.01 },
} as const satisfies { readonly [Key in keyof Options]?: { min: number; max: number; step: number } };

/** Version of the stored shape. When a shape changes, add the step from the one before to `migrations`. */
export const version = 1;

/** Step from version n to n + 1, by n. */
const migrations: Readonly<Record<number, (stored: Record<string, unknown>) => Record<string, unknown>>> = {};

/** The choices that differ from the defaults, as they are stored and exported. */
export type StoredOptions = Partial<Options> & { readonly version: number };

/**
 * Options from whatever storage, an import or another device held.
 *
 * Keys are read one by one (a stored `__proto__` survives storage, so nothing is merged); a value that is not one of
 * its choices falls back to its default alone. Never throws.
 */
export function parseOptions(stored: unknown): Options {
  const given = migrate(stored);
  const parsed: Record<string, unknown> = {};
  for (const key of Object.keys(defaults) as (keyof Options)[]) {
    const value = Object.hasOwn(given, key) ? given[key] : undefined;
    const valid = isValid(key, value) ? value : defaults[key];
    parsed[key] = Object.is(valid, -0) ? 0 : valid; // JSON and storage know no -0, and it would come back as another value
  }
  return parsed as unknown as Options; // every key was given a valid value of its own type
}

/** What to store for these options: only what differs from the defaults, so that better defaults reach everyone. */
export function toStored(options: Options): StoredOptions {
  const changed = Object.entries(options).filter(([key, value]) => value !== defaults[key as keyof Options]);
  return { version, ...Object.fromEntries(changed) };
}

/** Keys of an imported value that were not understood, for telling the reader. */
export function ignoredKeys(stored: unknown): string[] {
  const given = migrate(stored);
  return Object.keys(given).filter(
    (key) =>
      key !== 'version' && !(Object.hasOwn(defaults, key) && isValid(key as keyof Options, given[key])),
  );
}

function migrate(stored: unknown): Record<string, unknown> {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {};
  let given = stored as Record<string, unknown>;
  const from =
    Object.hasOwn(given, 'version') && Number.isInteger(given.version) ? (given.version as number) : version;
  for (let step = Math.max(from, 0); step < version; step++) given = migrations[step]?.(given) ?? given;
  return given;
}

function isValid(key: keyof Options, value: unknown): boolean {
  if (Object.hasOwn(choices, key)) {
    return (choices[key as keyof typeof choices] as readonly unknown[]).includes(value);
  }
  if (Object.hasOwn(ranges, key)) {
    const { min, max } = ranges[key as keyof typeof ranges];
    return typeof value === 'number' && value >= min && value <= max;
  }
  return typeof value === 'boolean';
}
