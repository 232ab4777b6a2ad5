/** The package has no types of its own. */
declare module 'jsonld' {
  interface Options {
    /** Throws where something would be dropped. */
    readonly safe: boolean;
    readonly documentLoader: (url: string) => never;
  }
  const jsonld: { expand(document: object, options: Options): Promise<object[]> };
  export default jsonld;
}
