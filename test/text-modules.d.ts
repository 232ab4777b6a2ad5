/** As the rules of wrangler.toml and vitest.config.ts have it. */
declare module '*.graphql' {
  const text: string;
  export default text;
}
