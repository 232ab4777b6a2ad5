/** What the generator knows of a language: its words, and the forms in which it reports. */
import type { FigureKind, KinshipKind, PlaceKind, StatementKind } from '../../data/model.ts';
import type { Vocabulary, WordStock } from './words.ts';

/**
 * A sentence with holes: `{speaker}` is filled in, `{Speaker}` too and with a capital, `[…]` is the cue, `<…>` the words
 * that are themselves what was said.
 */
export type Template = string;

export interface Language {
  /** BCP 47. */
  readonly tag: string;
  readonly writesCyrillic: boolean;
  /** What stands between two words. */
  readonly space: ' ' | '';
  readonly stop: string;
  readonly vocabulary: Vocabulary;
  /** Syllables of names, in Latin letters in every language. */
  readonly names: WordStock;

  readonly months: readonly string[];
  /** The months as they stand beside a day. */
  readonly monthsOfDay: readonly string[];
  readonly seasons: readonly [spring: string, summer: string, autumn: string, winter: string];
  readonly dates: DateForms;
  readonly clock: Template;

  /** With `{speaker}`, `{content}`, and sometimes `{rest}` (the content goes on) and `{addressee}`. */
  readonly reporting: { readonly [K in StatementKind]: readonly Template[] };
  /** A statement within a sentence: `{speaker}` and `{content}`. */
  readonly inner: Template;
  /** What stands for a person, in a small and a capital letter by itself. */
  readonly pronouns: readonly string[];

  readonly titles: readonly string[];
  /** `{title}`, `{organization}` and `{name}`. */
  readonly position: Template;
  /** `{title}` and `{name}`. */
  readonly titled: Template;
  /** `{name}` and `{date}`. */
  readonly birth: Template;
  readonly death: Template;
  /** `{name}`, `{kin}` and `{relative}`. */
  readonly kinship: Template;
  readonly kin: { readonly [K in KinshipKind]: string };
  /** `{name}`, `{title}` and `{date}`. */
  readonly tenure: Template;

  /** Each with `{number}`. */
  readonly figures: { readonly [K in FigureKind]: Template };
  readonly atLeast: Template;
  readonly approximately: Template;

  /** Each with `{name}`; the same position means the same in every language. */
  readonly organizations: readonly Template[];
  readonly groups: readonly Template[];
  readonly papers: readonly Template[];
  readonly places: { readonly [K in PlaceKind]: Template };
}

interface DateForms {
  /** `{day}` and `{month}`. */
  readonly dayOfYear: Template;
  /** `{day}`, `{month}` and `{year}`. */
  readonly day: Template;
  /** `{date}` is one of the above. */
  readonly on: Template;
  readonly around: Template;
  readonly perhaps: Template;
  /** `{from}` and `{to}`. */
  readonly between: Template;
  /** `{month}` and `{year}`. */
  readonly month: Template;
  readonly year: Template;
  readonly since: Template;
  /** `{season}` and `{year}`. */
  readonly season: Template;
  /** `{decade}`, its first year. */
  readonly decade: Template;
}
