/** For the module rule in wrangler.toml. */
declare module '*.graphql' {
  const text: string;
  export default text;
}
