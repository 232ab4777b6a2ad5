/** Answers that an isolate remembers: given again without reading or running anything. */
import { type AnswerMemory, answerKey, rememberedResult } from '../http/answer-memory.ts';
import type { GraphqlPlugin } from './context.ts';

/** @param memory null where no answer is remembered. */
export function useAnswerMemory(memory: AnswerMemory | null): GraphqlPlugin {
  if (memory === null) return {};
  return {
    onParams({ params, setResult, context: { facts, representation } }) {
      const { document, store } = facts;
      if (!representation.isPlain || document === null || store === null) return;
      facts.answerKey = answerKey(store.summary().version, document, params);
      const known = facts.answerKey === null ? null : memory.find(facts.answerKey);
      if (known === null) return;
      facts.operationName = known.operationName;
      facts.cost = known.cost;
      facts.isRead = true;
      setResult(rememberedResult(known));
    },
  };
}
