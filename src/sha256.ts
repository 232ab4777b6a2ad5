/** SHA-256, as documents are named by it and answers told apart. */

/** In hexadecimal digits. Half of a surrogate pair is hashed as U+FFFD, as it would be sent. */
export async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
