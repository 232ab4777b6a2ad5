/** The guide for editors: a text that people write, with generated parts between markers. */
import { Refusal } from '../../data/compile/index.ts';

/** A part: from `<!-- made: fields of event -->` on a line of its own to `<!-- end -->`. */
const PART = /^<!-- made: (.+) -->\n[\s\S]*?^<!-- end -->$/gm;

/**
 * The guide with each of its marked parts generated anew.
 *
 * @throws Refusal if a marker names an unknown part, or a part has no marker.
 */
export function fillGuide(guide: string, parts: ReadonlyMap<string, string>, path: string): string {
  const missing = new Set(parts.keys());
  const filled = guide.replace(PART, (_, name: string) => {
    const part = parts.get(name);
    if (part === undefined) {
      throw new Refusal(`${path}: there is no part "${name}". Use one of: ${[...parts.keys()].join(', ')}.`);
    }
    missing.delete(name);
    return `<!-- made: ${name} -->\n\n${part}\n<!-- end -->`;
  });
  const [first] = missing;
  if (first === undefined) return filled;
  throw new Refusal(
    `${path} has no marker for "${first}". Add two lines where it belongs: <!-- made: ${first} --> and <!-- end -->.`,
  );
}
