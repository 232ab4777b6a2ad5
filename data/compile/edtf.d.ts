/** Types for the part of the package that the compiler uses; it has none of its own. */
declare module 'edtf' {
  export interface ParsedDate {
    readonly type: string;
    /** Whether it is approximate or uncertain: level 1 says so for the whole date, as a boolean or a bit mask. */
    readonly approximate?: boolean | number;
    readonly uncertain?: boolean | number;
    readonly values: readonly (number | ParsedDate | null)[];
  }

  /** Throws if the text is not a date of that level. */
  export function parse(text: string, options: { readonly level: 0 | 1 | 2 }): ParsedDate;
}
