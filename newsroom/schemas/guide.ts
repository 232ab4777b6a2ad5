/** The guide for editors: a text that people write, with parts between markers that are made. */
import { Refusal } from '../../data/compile/index.ts';

/** `<!-- made: fields of event -->` on a line of its own, up to `<!-- end -->`. */
const PART = /^<!-- made: (.+) -->\n[\s\S]*?^<!-- end -->$/gm;

/**
 * The guide with each of its marked parts made anew.
 *
 * @throws Refusal where a marker names a part that there is not, and where a part that there is has no marker.
 */
export function fillGuide(guide: string, parts: ReadonlyMap<string, string>, path: string): string {
  const missing = new Set(parts.keys());
  const filled = guide.replace(PART, (_, name: string) => {
    const part = parts.get(name);
    if (part === undefined) {
      throw new Refusal(`${path}: nothing is made under "${name}". Use one of: ${[...parts.keys()].join(', ')}.`);
    }
    missing.delete(name);
    return `<!-- made: ${name} -->\n\n${part}\n<!-- end -->`;
  });
  const [first] = missing;
  if (first === undefined) return filled;
  throw new Refusal(
    `${path} has no place for "${first}". Write two lines where it belongs: <!-- made: ${first} --> and <!-- end -->.`,
  );
}
