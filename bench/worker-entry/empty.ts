/** A Worker of the size of one with a corpus and without its code: it imports the bytes and answers. */
import { bundle as bytes } from '#corpus';

export default {
  fetch: () => new Response(`${bytes.byteLength}`),
} satisfies ExportedHandler<Env>;
