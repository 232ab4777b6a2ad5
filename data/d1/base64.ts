/**
 * Base64: how the database stores bytes. D1 returns a BLOB as an array of numbers, which takes 3.6 characters a byte;
 * base64 takes 1.3.
 */

/** Decodes base64, with the engine's own decoder if it has one (0.25 ms for 700 kB in workerd, else 1.2 ms). */
export function decodeBase64(text: string): Uint8Array {
  const { fromBase64 } = Uint8Array as { fromBase64?: (text: string) => Uint8Array };
  return fromBase64 === undefined ? decodeByCharacter(text) : fromBase64(text);
}

function decodeByCharacter(text: string): Uint8Array {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let index = 0; index < bytes.length; index++) bytes[index] = characters.charCodeAt(index);
  return bytes;
}
