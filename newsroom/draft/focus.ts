/** Focus: what each sentence of a text is about, as far as it has been read. */
import type { Actor } from './actor.ts';
import { isCapital, isPreposition, isRelative, isSubordinator, isVerb } from './grammar.ts';
import type { Range } from './sentence.ts';
import type { Token } from './token.ts';

/** The actors of a sentence. */
export interface Focus {
  readonly paragraph: number;
  /** Whether it begins with a clause or phrase that may have another subject: "When Lee came, she …". */
  readonly isLed: boolean;
  readonly subjects: Actor[];
  readonly speakers: Actor[];
  readonly others: Actor[];
  /** Those in the words of a speaker. */
  readonly quoted: Actor[];
  /** Whether its speech is a question, and to whom. */
  isQuestion: boolean;
  addressees: readonly Actor[];
}

/** The part of a sentence in which its subject is. */
export interface Zone extends Range {
  readonly isLed: boolean;
}

/** From the first of the words to the verb of the main clause; the words are those of the article itself. */
export function subjectZone(words: readonly Token[]): Zone {
  const [first] = words;
  const isLed = isPreposition(first) || isSubordinator(first) || isVerb(first);
  let [isOpen, isAside] = [!isLed, false];
  for (const [at, token] of words.entries()) {
    if (token.text === ',') [isOpen, isAside] = [true, isParticiple(words[at + 1]) || isRelative(words[at + 1])];
    else if (isOpen && !isAside && isVerb(token) && !(at > 0 && isCapital(token))) {
      // "the man who said it left"
      if (isRelative(words[at - 1])) continue;
      return { start: first?.start ?? 0, end: token.start, isLed };
    }
  }
  return { start: first?.start ?? 0, end: words.at(-1)?.end ?? 0, isLed };
}

/** ", called by the defence, …": words about the name before. */
function isParticiple(token: Token | undefined): boolean {
  return token?.tag === 'VERB' && /(ed|ing|own|ung|orn)$/.test(token.lower);
}
