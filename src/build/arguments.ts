/** Reads arguments of wrangler, which does not tell them to the build. */
import { parseArgs } from 'node:util';

/** The arguments of wrangler that the build has to know. */
export interface Arguments {
  readonly configPath: string;
  /** Empty for the top level of wrangler.toml. */
  readonly environment: string;
  readonly envFiles: string[] | undefined;
  /** Those of `--var`. */
  readonly variables: Readonly<Record<string, string>>;
}

export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: {
      config: { type: 'string', short: 'c' },
      env: { type: 'string', short: 'e' },
      'env-file': { type: 'string', multiple: true },
      var: { type: 'string', multiple: true },
    },
  });
  // `--var A:1 B:2` gives two.
  const pairs = [...(values.var ?? []), ...positionals].map(String).filter((one) => /^\w+:/.test(one));
  return {
    configPath: typeof values.config === 'string' ? values.config : 'wrangler.toml',
    environment: String(values.env ?? process.env.CLOUDFLARE_ENV ?? ''),
    envFiles: values['env-file']?.map(String),
    variables: Object.fromEntries(pairs.map((pair) => [pair.split(':', 1)[0], pair.slice(pair.indexOf(':') + 1)])),
  };
}
