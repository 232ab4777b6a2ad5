/** The example operations in the tabs of GraphiQL: those of `src/operations`. */

/** What a newcomer should see first. */
const FIRST = ['who-says-what-happened', 'statements', 'search'];

/** The texts of the operations, by name; those to begin with stand first. */
export function examplesOf(operations: Readonly<Record<string, string>>): readonly string[] {
  const names = Object.keys(operations).sort();
  const ordered = [...FIRST.filter((name) => names.includes(name)), ...names.filter((name) => !FIRST.includes(name))];
  return ordered.map((name) => operations[name] ?? '');
}
