/** The part of Node's zlib that Workers have by the flag `nodejs_zlib`, for code that is checked without Node's types. */
declare module 'node:zlib' {
  export function inflateRawSync(bytes: Uint8Array): Uint8Array;
}
