/** The answer to `src/operations/statement-page.graphql`. */
import type { StatementKind } from '../../../data/model.ts';
import type {
  Asserted,
  Day,
  Linked,
  Listed,
  Passage,
  Publication,
  RelationLine,
  Retired,
  Said,
  Speaking,
} from './answer.ts';

/** The statement; null if there is none with that slug. */
export interface StatementAnswer {
  readonly statement: Statement | null;
  readonly retired: Retired | null;
}

/** A relation with both statements, and the words that say so. */
export interface StatementRelation extends RelationLine {
  readonly isDerived: boolean;
  readonly from: Said;
  readonly to: Said;
  readonly evidence: readonly Passage[];
  readonly article: { readonly url: string; readonly language: string } | null;
}

/** A statement with each of its quotations. */
export interface Statement {
  readonly url: string;
  readonly text: string;
  readonly kind: StatementKind;
  readonly date: Day | null;
  readonly published: Day | null;
  readonly attributedTo: Said | null;
  /** An event has a title, anything else a name. */
  readonly about: readonly {
    readonly __typename: string;
    readonly url: string;
    readonly name?: string;
    readonly title?: string;
  }[];
  readonly relations: readonly StatementRelation[];
  readonly echoes: readonly Said[];
  readonly statements: { readonly nodes: readonly Said[] };
  readonly quotes: Listed<Quoted>;
}

/** How one article quotes a statement. */
export interface Quoted extends Asserted {
  readonly kind: StatementKind;
  readonly date: Day | null;
  readonly article: Publication & { readonly published: Day | null };
  readonly content: readonly (Passage & {
    readonly utf16Start: number;
    readonly utf16End: number;
    readonly paragraph: { readonly text: string; readonly utf16Start: number };
  })[];
  readonly cue: { readonly utf16Start: number; readonly utf16End: number } | null;
  readonly speakers: readonly (Speaking & {
    readonly agent: Linked & { readonly __typename: string };
    readonly evidence: { readonly utf16Start: number; readonly utf16End: number };
  })[];
  readonly addressees: readonly { readonly agent: Linked }[];
}
