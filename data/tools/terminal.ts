/** What the commands share about the folders that they are given and the terminal that they speak to. */
import { statSync } from 'node:fs';

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Colours only where somebody sees them and has not asked for none (no-color.org). */
export function usesColours(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}
