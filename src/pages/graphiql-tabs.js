/**
 * Decides which tabs GraphiQL opens with. GraphiQL stores its tabs itself, but adds an empty one whenever the query it
 * is given is not in a stored tab; so the stored tabs and the query are chosen here.
 */

/**
 * A tab: the texts of its editors, and the name of the operation to run if there are several.
 * @typedef {{ query: string, variables: string, headers: string, operationName: string | null }} Tab
 */

/**
 * The tabs to open and the index of the active one. Active is the tab that the link asks for, else the one that the
 * visitor had last, else the first example. Empty and repeated tabs are dropped.
 *
 * @param {string | null} stored what GraphiQL stored, in its own form
 * @param {Tab | null} link
 * @param {Tab} first
 * @returns {{ tabs: readonly Tab[], active: number }}
 */
export function tabsToOpen(stored, link, first) {
  const { tabs, active } = readStored(stored);
  if (link !== null) return openAlso(tabs, link);
  return tabs.length > 0 ? { tabs, active } : { tabs: [first], active: 0 };
}

/** Activates the tab with the same query and variables; adds it if there is no such tab. */
function openAlso(tabs, tab) {
  const same = indexOfSame(tabs, tab);
  return same >= 0 ? { tabs, active: same } : { tabs: [...tabs, tab], active: tabs.length };
}

/** The index of the tab with the same query and variables, ignoring white space around them; -1 if not found. */
export function indexOfSame(tabs, tab) {
  return tabs.findIndex((other) => keyOf(other) === keyOf(tab));
}

/** The tabs in the form in which GraphiQL stores them. */
export function toStored({ tabs, active }) {
  return JSON.stringify({
    activeTabIndex: active,
    tabs: tabs.map((tab) => ({ id: crypto.randomUUID(), hash: null, title: titleOf(tab), response: null, ...tab })),
  });
}

/** @returns {Tab | null} the tab that `?query=…&variables=…&operationName=…` asks for. */
export function readLink(search) {
  const parameters = new URLSearchParams(search);
  const query = parameters.get('query') ?? '';
  if (query.trim() === '') return null;
  const variables = indented(parameters.get('variables') ?? '');
  return { query, variables, headers: '', operationName: parameters.get('operationName') };
}

/** Servers refuse longer addresses, and some programs cut them. */
const LONGEST_LINK = 6000;

/** The link that opens this tab, without its headers, which may be secret; without the query if too long. */
export function linkTo(path, { query, variables, operationName }) {
  if (!query?.trim()) return path;
  const parameters = new URLSearchParams({ query });
  if (variables?.trim()) parameters.set('variables', compact(variables));
  if (operationName) parameters.set('operationName', operationName);
  const link = `${path}?${parameters}`;
  return link.length > LONGEST_LINK ? path : link;
}

/** Whether there is nothing to run: white space, commas and comments. */
export function isBlank(query) {
  return (query ?? '').replace(/#.*/g, '').replace(/[\s,\uFEFF]/g, '') === '';
}

function readStored(stored) {
  const { tabs = [], activeTabIndex = 0 } = parsed(stored) ?? {};
  const kept = [];
  let active = 0;
  for (const [index, tab] of (Array.isArray(tabs) ? tabs : []).entries()) {
    const { query, variables, headers, operationName } = tab ?? {};
    if (typeof query !== 'string' || query.trim() === '') continue;
    const read = {
      query,
      variables: textOr(variables),
      headers: textOr(headers),
      operationName: textOr(operationName) || null,
    };
    if (indexOfSame(kept, read) < 0) kept.push(read);
    if (index <= activeTabIndex) active = Math.max(indexOfSame(kept, read), 0);
  }
  return { tabs: kept, active };
}

function keyOf({ query, variables }) {
  return JSON.stringify([query.trim(), compact(variables)]);
}

/** As GraphiQL names its tabs. */
function titleOf({ query, operationName }) {
  return operationName ?? /^(?!#).*(?:query|subscription|mutation)\s+(\w+)/m.exec(query)?.[1] ?? '<untitled>';
}

function textOr(value) {
  return typeof value === 'string' ? value : '';
}

/** Indented JSON; the text unchanged if it is not JSON. */
function indented(text) {
  const value = parsed(text);
  return value === null ? text : JSON.stringify(value, null, 2);
}

/** JSON without white space; empty for `{}`, which means no variables. */
function compact(text) {
  const value = parsed(text);
  if (value === null) return text.trim();
  return Object.keys(value).length === 0 ? '' : JSON.stringify(value);
}

/** An object; null for anything else. */
function parsed(text) {
  try {
    const value = JSON.parse(text ?? '');
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
