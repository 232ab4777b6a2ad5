/** A database that a test cuts off and brings back: its reads fail or hang as those of D1 do. */
import type { Binding, Database, Statement } from '../../../data/d1/database.ts';

export const DATABASE_STATES = ['up', 'down', 'hung', 'slow', 'shaky'] as const;

/**
 * `down` fails each read. `hung` answers none, until the state is another one. `slow` answers a little later. `shaky`
 * fails the first try of each read.
 */
export type DatabaseState = (typeof DATABASE_STATES)[number];

export interface CutOff {
  readonly database: Binding;
  /** How often a read was tried. */
  tries: number;
  state: DatabaseState;
  /** What a read fails with. */
  reason: unknown;
}

export function openCutOff(binding: Binding): CutOff {
  const cutOff: CutOff = {
    database: { ...wrapDatabase(binding), withSession: (constraint) => wrapDatabase(binding.withSession(constraint)) },
    tries: 0,
    state: 'up',
    reason: new Error('D1_ERROR: Network connection lost.'),
  };

  function wrapDatabase(database: Database): Database {
    return {
      prepare: (sql) => wrapStatement(database.prepare(sql)),
      batch: (statements) => database.batch(statements),
    };
  }

  function wrapStatement(statement: Statement): Statement {
    let isTried = false;
    return {
      bind: (...values) => wrapStatement(statement.bind(...values)),
      async all() {
        const isFirst = !isTried;
        isTried = true;
        cutOff.tries += 1;
        // Each read looks for itself: a Worker's request must not wait for what another one resolves.
        while (cutOff.state === 'hung') await pause(10);
        if (cutOff.state === 'slow') await pause(50);
        if (cutOff.state === 'down' || (cutOff.state === 'shaky' && isFirst)) throw cutOff.reason;
        return statement.all();
      },
    };
  }

  return cutOff;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
