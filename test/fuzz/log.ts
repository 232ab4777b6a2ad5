/** Log: what Workers write while they are fuzzed, of which nobody reads the good lines. */
import { MARKER } from './value.ts';

export interface Log {
  readonly note: (line: { readonly level: string; readonly message: string }) => void;
  /** Different lines that should not have been written. */
  readonly troubles: () => readonly string[];
}

/** As many as anybody reads, each as long. */
const MOST_TROUBLES = 20;
const MOST_LENGTH = 500;
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Keeps the lines that repeat a value of the caller, and those that are none of a request answered. */
export function openLog(): Log {
  const troubles = new Set<string>();
  return {
    note: ({ level, message }) => {
      const isGood = level === 'log' && message.startsWith('{"level":"info"') && !message.includes(MARKER);
      if (isGood || troubles.size >= MOST_TROUBLES) return;
      troubles.add(`${level}: ${message.replaceAll(UUID, 'a request').slice(0, MOST_LENGTH)}`);
    },
    troubles: () => [...troubles],
  };
}
