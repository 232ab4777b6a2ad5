import { findSpeech } from '../../draft/speech.ts';

/** What was found, as "SOURCE | content / content". */
export function read(text: string): string[] {
  const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return findSpeech(text).map(
    ({ sources, content }) => `${sources.map(cut).join(' + ')} | ${content.map(cut).join(' / ')}`,
  );
}
