import type { Label, Mention } from './mention.ts';

/** Who or what mentions refer to: one entity for its many spellings. */
export interface Entity {
  /** Index in `Annotation.entities`. */
  readonly id: number;
  readonly label: Label;
  /** The fullest spelling, as the article writes it. */
  readonly name: string;
  /** Other spellings in order of appearance, `name` excluded. */
  readonly aliases: readonly string[];
  /** Indices into `Annotation.mentions`, in reading order, never empty. */
  readonly mentions: readonly number[];
  /** What this article says the person or organisation is ("Defense Minister"), or null when it does not say. */
  readonly role: string | null;
  /** For dates: the calendar time meant, or null when it cannot be known from the article. */
  readonly date: ResolvedDate | null;
}

/** Calendar time without clock: ISO 8601 dates of the grain's length ("2021-04-16", "2021-04", "2021"). */
export interface ResolvedDate {
  readonly start: string;
  /** Last day, month or year of a range, included; null for a single point. */
  readonly end: string | null;
  readonly grain: 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'century';
}

/** All that is marked in an article. Plain data: it crosses from the worker to the view and into exports. */
export interface Annotation {
  /** BCP 47 primary language found for the text, or null when it could not be told. */
  readonly language: string | null;
  /** False when there is no model for the language: then only dates may be marked. */
  readonly namesMarked: boolean;
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
}

/** What the article's page says that bears on its names and dates. */
export interface AnnotationContext {
  /** ISO 8601 with zone when known; relative dates are resolved against it. */
  readonly publishedTime: string | null;
  /** `lang` of the article as its page declares it. */
  readonly lang: string | null;
}
