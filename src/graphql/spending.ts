/**
 * Counts the actual cost of a request while it runs: objects by their fields, the work of the store as it is done, and
 * the answer by its bytes. Ends the request when it costs too much.
 */
import { ExecutionEnd, type Watch, type WatchedField, type WatchedSelection } from '@dateline/executor/end';
import type { DocumentNode, FieldNode, GraphQLError, OperationDefinitionNode } from 'graphql';
import type { Meter } from '../../data/store.ts';
import { publicError } from '../../schema/errors.ts';
import type { Limits } from '../settings.ts';
import type { Cost } from './context.ts';
import { dearestPath, describeDearest } from './dearest-path.ts';
import { BYTE, FAILURE, STORE_WORK } from './price.ts';

/** The most failed fields that are reported: each error has to be created, located and written. */
const MOST_FAILURES = 20;

/**
 * The bytes around the name of a field (quotation marks, a colon and a comma) and around a string (quotation marks).
 */
const FIELD_BYTES = 4;
const TEXT_BYTES = 2;

/** The request, for finding its most expensive part. */
export interface Costing {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly estimate: number;
  /** The points spent on reading the document, before execution. */
  readonly reading: number;
}

/** The cost of one request so far. Every call ends the execution if that exceeds the limit. */
export class Spending implements Meter, Watch, Cost {
  readonly #costing: Costing;
  readonly #limits: Limits;
  #spent: number;
  #length = 0;
  #failures = 0;
  /**
   * How often each selection was executed, by its slot, and the points spent in resolvers, by the slot of their field.
   */
  readonly #selections: (WatchedSelection | undefined)[] = [];
  readonly #times: number[] = [];
  readonly #fields: (WatchedField | undefined)[] = [];
  readonly #within: number[] = [];
  #at: WatchedField | null = null;

  constructor(costing: Costing, limits: Limits) {
    this.#costing = costing;
    this.#limits = limits;
    this.#spent = costing.reading;
  }

  get estimate(): number {
    return this.#costing.estimate;
  }

  get spent(): number {
    return Math.ceil(this.#spent);
  }

  /** A new account for the same request, from its beginning. */
  again(): Spending {
    return new Spending(this.#costing, this.#limits);
  }

  /** Adds work of the store, done for the field that is being resolved. */
  spend(microseconds: number): void {
    const points = STORE_WORK * microseconds;
    const at = this.#at;
    if (at !== null) {
      this.#fields[at.slot] = at;
      this.#within[at.slot] = (this.#within[at.slot] ?? 0) + points;
    }
    this.#add(points);
  }

  object(selection: WatchedSelection): void {
    const { slot, weight, fields, nameLength } = selection;
    this.#selections[slot] = selection;
    this.#times[slot] = (this.#times[slot] ?? 0) + 1;
    this.#add(weight);
    this.#answer(nameLength + FIELD_BYTES * fields.length);
  }

  field(field: WatchedField): void {
    this.#at = field;
  }

  text(length: number): void {
    this.#answer(length + TEXT_BYTES);
  }

  failure(): void {
    this.#failures += 1;
    if (this.#failures > MOST_FAILURES) throw new ExecutionEnd(tooManyErrors());
    this.#add(FAILURE);
  }

  #answer(length: number): void {
    this.#length += length;
    if (this.#length > this.#limits.answerBytes) throw new ExecutionEnd(tooLarge(this.#limits.answerBytes));
    this.#add(BYTE * length);
  }

  #add(points: number): void {
    this.#spent += points;
    // Written so that NaN does not switch the limit off.
    if (!(this.#spent <= this.#limits.cost)) throw new ExecutionEnd(this.#tooExpensive());
  }

  #tooExpensive(): GraphQLError {
    const { document, operation } = this.#costing;
    const limit = this.#limits.cost;
    const own = this.#spentByField();
    const dearest = dearestPath(document, operation, (node) => own.get(node) ?? 0);
    const where = describeDearest(dearest);
    return publicError(
      'QUERY_TOO_EXPENSIVE',
      `The answer turned out to cost more than ${limit} points${where}. Ask for smaller pages ("first") or fewer nested lists.`,
      { actual: this.spent, limit, ...dearest },
    );
  }

  #spentByField(): ReadonlyMap<FieldNode, number> {
    const spent = new Map<FieldNode, number>();
    const add = (node: FieldNode, points: number) => spent.set(node, (spent.get(node) ?? 0) + points);
    for (const [slot, field] of this.#fields.entries()) if (field) add(field.node, this.#within[slot] ?? 0);
    for (const [slot, selection] of this.#selections.entries()) {
      for (const { node, weight } of selection?.fields ?? []) add(node, weight * (this.#times[slot] ?? 0));
    }
    return spent;
  }
}

function tooManyErrors(): GraphQLError {
  return publicError(
    'TOO_MANY_ERRORS',
    `More than ${MOST_FAILURES} fields failed, so execution stopped. Fix the errors listed before this one.`,
    { limit: MOST_FAILURES },
  );
}

/** For an answer that is stopped during execution, and for one that is too long when it is written. */
export function tooLarge(limit: number): GraphQLError {
  return publicError(
    'ANSWER_TOO_LARGE',
    `The answer is larger than ${limit} bytes. Ask for smaller pages ("first"), or for fewer long texts.`,
    { limit },
  );
}
