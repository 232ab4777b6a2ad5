/**
 * Stands in for Yoga's landing page in the Worker (`[alias]` in wrangler.toml). `yoga.ts` switches it off, because Hono
 * owns all pages, but Yoga imports it anyway, as text. The alias is the path that Yoga's own file has.
 */
const landingPage = 'The landing page of Yoga is not in this Worker. Remove its alias from wrangler.toml to use it.';

// biome-ignore lint/style/noDefaultExport: as Yoga imports it
export default landingPage;
