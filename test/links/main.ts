// Checks the links of all pages, and prints those that lead nowhere. Nothing is asked of the network.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { findBrokenLinks } from './links.ts';

/** Articles are quoted as they were published; mistakes are mistakes. */
const NOT_OURS = ['**/node_modules', '**/.generated', '.git', '**/articles', 'test/compile/mistakes'];

const paths = globSync(['**/*.md', '.github/**/*.md'], { exclude: NOT_OURS }).sort();
const broken = findBrokenLinks(new Map(paths.map((path) => [path, readFileSync(path, 'utf8')])), existsSync);
for (const { path, line, target, reason } of broken) console.error(`${path}:${line}: ${target}: ${reason}`);
console.log(`${paths.length} pages, ${broken.length} broken links`);
if (broken.length > 0 || paths.length === 0) process.exitCode = 1;
