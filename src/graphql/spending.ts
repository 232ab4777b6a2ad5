/**
 * What a request turns out to cost, counted while it runs: objects by their fields, the store's work as it is done, and
 * what is answered by its bytes. It ends the request where that is too much.
 */
import { ExecutionEnd, type Watch, type WatchedField, type WatchedSelection } from '@dateline/executor/end';
import type { DocumentNode, FieldNode, GraphQLError, OperationDefinitionNode } from 'graphql';
import type { Meter } from '../../data/store.ts';
import { publicError } from '../../schema/errors.ts';
import type { Limits } from '../settings.ts';
import type { Cost } from './context.ts';
import { dearestPath, tellDearest } from './dearest-path.ts';
import { BYTE, FAILURE, STORE_WORK } from './price.ts';

/** The most failed fields that are reported: each error has to be made, placed and written. */
const MOST_FAILURES = 20;

/** Beside the name of a field: its quotation marks, a colon and a comma. Beside a text: its quotation marks. */
const FIELD_BYTES = 4;
const TEXT_BYTES = 2;

/** What is asked, to say which part of it costs most. */
export interface Costing {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly estimate: number;
  /** What was spent before it runs, to read the document. */
  readonly reading: number;
}

/** What one request has taken so far. Each of its calls ends the execution once it is too much. */
export class Spending implements Meter, Watch, Cost {
  readonly #costing: Costing;
  readonly #limits: Limits;
  #spent: number;
  #length = 0;
  #failures = 0;
  /** How often each selection was answered, by its slot, and what was spent in resolvers, by the slot of their field. */
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

  /** The same request from its beginning. */
  again(): Spending {
    return new Spending(this.#costing, this.#limits);
  }

  /** The work of the store, done for the field that is being resolved. */
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
    // A figure that is none must not switch the limit off.
    if (!(this.#spent <= this.#limits.cost)) throw new ExecutionEnd(this.#tooExpensive());
  }

  #tooExpensive(): GraphQLError {
    const { document, operation } = this.#costing;
    const limit = this.#limits.cost;
    const own = this.#spentByField();
    const dearest = dearestPath(document, operation, (node) => own.get(node) ?? 0);
    const where = tellDearest(dearest);
    return publicError(
      'QUERY_TOO_EXPENSIVE',
      `The answer turned out to cost more than ${limit} points${where}. Ask for smaller pages ("first") or fewer lists inside each other.`,
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
    `More than ${MOST_FAILURES} fields failed, so the rest is not answered. Fix the errors before this one.`,
    { limit: MOST_FAILURES },
  );
}

/** For an answer that is stopped while it is made, and for one that turns out too long when it is written. */
export function tooLarge(limit: number): GraphQLError {
  return publicError(
    'ANSWER_TOO_LARGE',
    `The answer is larger than ${limit} bytes. Ask for smaller pages ("first"), or for fewer long texts.`,
    { limit },
  );
}
