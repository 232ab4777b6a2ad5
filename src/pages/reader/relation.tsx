/** How statements stand to each other, on the pages that show them. */

import type { StatementRelationKind } from '../../../data/model.ts';
import type { RelationLine } from './answer.ts';
import { Credits, List, SaidLine, Words } from './parts.tsx';
import type { StatementRelation } from './statement-answer.ts';

/** What each kind is called, from the statement itself and from the other one. */
const WORDING = {
  DENIES: { to: 'Denies', by: 'Denied by', is: 'denied' },
  CORRECTS: { to: 'Corrects', by: 'Corrected by', is: 'corrected' },
  RETRACTS: { to: 'Takes back', by: 'Taken back by', is: 'taken back' },
  ANSWERS: { to: 'Answers', by: 'Answered by', is: 'answered' },
  REPEATS: { to: 'Said before', by: 'Said again', is: 'said again' },
} as const satisfies { readonly [K in StatementRelationKind]: object };

const KINDS = Object.keys(WORDING) as StatementRelationKind[];

/** A list for each kind and direction: the other statements, with the words that say so. */
export function Relations({ url, all }: { readonly url: string; readonly all: readonly StatementRelation[] }) {
  const lists = KINDS.flatMap((kind) => [
    { kind, end: 'by' as const, found: all.filter((one) => one.kind === kind && one.to.url === url) },
    { kind, end: 'to' as const, found: all.filter((one) => one.kind === kind && one.from.url === url) },
  ]);
  return (
    <>
      {lists.map(({ kind, end, found }) => (
        <List
          id={WORDING[kind][end].toLowerCase().replaceAll(' ', '-')}
          title={WORDING[kind][end]}
          items={found.map((one) => (
            <>
              <SaidLine said={end === 'by' ? one.from : one.to} />
              {one.isDerived ? (
                <Credits of={['the same words in an article of another day']} />
              ) : (
                one.evidence.map((passage) => <Words of={passage} language={one.article?.language ?? ''} />)
              )}
            </>
          ))}
        />
      ))}
    </>
  );
}

/** What became of a statement, in small print: "denied", "taken back", each a link to the statement that does so. */
export function fatesOf({ url, relations }: { readonly url: string; readonly relations: readonly RelationLine[] }) {
  return KINDS.flatMap((kind) =>
    relations
      .filter((one) => one.kind === kind && one.to.url === url)
      .slice(0, 1)
      .map(({ from }) => <a href={from.url}>{WORDING[kind].is}</a>),
  );
}
