/** For the module rules in wrangler.toml and vitest.config.ts. */
declare module '*.graphql' {
  const text: string;
  export default text;
}
