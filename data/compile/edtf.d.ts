/** The package has no types; this is what the compiler uses of it. */
declare module 'edtf' {
  export interface ParsedDate {
    readonly type: string;
    /** Whether it is approximate or uncertain: level 1 says it of the whole date, as a truth or as a mask of bits. */
    readonly approximate?: boolean | number;
    readonly uncertain?: boolean | number;
    readonly values: readonly (number | ParsedDate | null)[];
  }

  /** Throws where the text is no date of that level. */
  export function parse(text: string, options: { readonly level: 0 | 1 | 2 }): ParsedDate;
}
