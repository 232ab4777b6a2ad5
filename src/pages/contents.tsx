/** A table of contents for a long page. */
import type { Child } from 'hono/jsx';

interface Entry {
  readonly anchor: string;
  readonly name: string;
  readonly count?: number;
}

/** The list on the left, or above on narrow screens, and the page beside it. */
export function WithContents({
  entries,
  isCode,
  children,
}: {
  readonly entries: readonly Entry[];
  readonly isCode: boolean;
  readonly children: Child;
}) {
  return (
    <div class="columns">
      <nav class="contents" aria-label="On this page">
        <ul>
          {entries.map(({ anchor, name, count }) => (
            <li>
              <a href={`#${anchor}`}>{isCode ? <code>{name}</code> : name}</a>
              {count !== undefined && <span class="count"> {count}</span>}
            </li>
          ))}
        </ul>
      </nav>
      <div>{children}</div>
    </div>
  );
}
