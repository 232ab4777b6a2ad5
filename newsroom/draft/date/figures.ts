/** Days in figures: "2025-06-27", "27/06/2025", "27.06.2025", "27-June-2025". */
import { isDay, monthOf, shortMonthOf } from './calendar.ts';
import type { Read } from './reading.ts';
import { textAt, type Word } from './word.ts';

/** How a text writes days in figures. */
export type FigureOrder = 'day-first' | 'month-first';

/** "2025-06-27", "2025-06-27T10:30:00Z": the day. */
export function readIsoDay(words: readonly Word[], at: number): Read | null {
  if (words[at]?.joined === true && /[\p{L}\d/\-_=]/u.test(textAt(words, at - 1))) return null;
  const [month, day] = [textAt(words, at + 2), textAt(words, at + 4)];
  if (textAt(words, at + 1) !== '-' || textAt(words, at + 3) !== '-') return null;
  if (!/^\d{4}$/.test(textAt(words, at)) || !/^\d\d$/.test(month) || !/^\d\d(?:T\d.*)?$/.test(day)) return null;
  return ofFigures(Number(textAt(words, at)), Number(month), Number(day.slice(0, 2)), 5, 'iso-day');
}

/** "27/06/2025", and "06/07/2025" only if other dates of the text show the `order`. */
export function readFigures(words: readonly Word[], at: number, order: FigureOrder | null): Read | null {
  const figures = figuresAt(words, at);
  if (figures === null) return null;
  const [first, second, year] = figures.numbers;
  const settled = orderOf(first, second) ?? (first === second ? 'day-first' : order);
  if (settled === null) return null;
  const [day, month] = settled === 'day-first' ? [first, second] : [second, first];
  return ofFigures(year, month, day, figures.length, 'day-in-figures');
}

/** "01-July-2015", "July-01-2015", "2015/Jul/01": the name of the month settles the order. */
export function readNamedFigures(words: readonly Word[], at: number): Read | null {
  if (!/^[-‑/.]$/.test(textAt(words, at + 1))) return null;
  const [first, mark, second, other, third] = words.slice(at, at + 5);
  if (first === undefined || second === undefined || third === undefined) return null;
  const isJoined = [mark, second, other, third].every((word) => word?.joined === true);
  if (!isJoined || mark?.text !== other?.text || (first.joined && /^[-‑/.]$/.test(textAt(words, at - 1)))) return null;
  const parts = [first, second, third].map(({ text }) => text);
  const month = parts.flatMap((text) => monthOf(text) ?? shortMonthOf(text) ?? [])[0];
  const day = parts.find((text) => /^\d{1,2}$/.test(text));
  const year = parts.find((text) => /^\d{4}$/.test(text));
  if (month === undefined || day === undefined || year === undefined) return null;
  return ofFigures(Number(year), month, Number(day), 5, 'day-in-figures');
}

function ofFigures(year: number, month: number, day: number, length: number, rule: string): Read | null {
  if (!isDay({ year, month, day })) return null;
  return { reading: { kind: 'calendar', year, month, day, side: null, yearsFromPublication: null }, length, rule };
}

interface Figures {
  readonly numbers: readonly [number, number, number];
  readonly length: number;
}

function figuresAt(words: readonly Word[], at: number): Figures | null {
  const pointed = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(textAt(words, at));
  if (pointed !== null) return { numbers: [Number(pointed[1]), Number(pointed[2]), Number(pointed[3])], length: 1 };
  if (textAt(words, at + 1) !== '/') return null;
  const [first, slash, second, last, year] = words.slice(at, at + 5);
  if (first === undefined || !/^\d{1,2}$/.test(first.text) || slash?.text !== '/' || last?.text !== '/') return null;
  if (first.joined && textAt(words, at - 1) === '/') return null;
  if (!/^\d{1,2}$/.test(second?.text ?? '') || !/^\d{4}$/.test(year?.text ?? '')) return null;
  return { numbers: [Number(first.text), Number(second?.text), Number(year?.text)], length: 5 };
}

function orderOf(first: number, second: number): FigureOrder | null {
  if (first > 12 && second <= 12) return 'day-first';
  return second > 12 && first <= 12 ? 'month-first' : null;
}

/** The order of days in figures in a text, if at least one of them is unambiguous and none contradicts it. */
export function figureOrderOf(words: readonly Word[]): FigureOrder | null {
  const orders = new Set<FigureOrder>();
  for (const at of words.keys()) {
    const numbers = figuresAt(words, at)?.numbers;
    const order = numbers === undefined ? null : orderOf(numbers[0], numbers[1]);
    if (order !== null) orders.add(order);
  }
  const [only] = orders;
  return orders.size === 1 && only !== undefined ? only : null;
}
