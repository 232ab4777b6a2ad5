/** The last step of a document that is read: it is good, and handed over instead of run. */
import type { Plugin } from 'graphql-yoga';
import type { ReadingContext } from './context.ts';

/** Ends Yoga's part where it would execute. */
export function useReading(): Plugin<ReadingContext> {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const { progress }: ReadingContext = args.contextValue;
      const { operation } = progress;
      if (operation !== null) progress.reading = { document: args.document, operation };
      setResultAndStopExecution({});
    },
  };
}
