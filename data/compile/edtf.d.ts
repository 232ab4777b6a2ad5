/** Types for the part of the package that the compiler uses; it has none of its own. */
declare module 'edtf' {
  /** Throws if the text is not a date of at most that level. */
  export function parse(text: string, options: { readonly level: 2 }): { readonly level: 0 | 1 | 2 };
}
