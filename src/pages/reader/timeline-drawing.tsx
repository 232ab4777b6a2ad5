/**
 * The events and statements of a time, drawn along an axis: a point for an exact day, a span for a vague date. The list
 * below it has the same links and dates in words, so that the drawing is hidden from screen readers and the keyboard.
 * Positions are shares of the width, so that letters keep their size on every screen.
 */
import { shortened, withoutDirections } from '../wording.ts';
import {
  type Extent,
  labelled,
  type Mark,
  MOST_LABELS,
  markOf,
  openLabels,
  packed,
  type Slot,
} from './timeline-axis.ts';
import type { Entry } from './timeline-entry.ts';

/** The narrowest screen that has the drawing is that wide, in pixels; narrower ones have the list alone. */
const NARROWEST = 940;
/** Of a letter of the labels, on average, in pixels. */
const LETTER = 6.9;
const LONGEST_LABEL = 46;
const ROW = 38;
const TOP = 26;
/** No mark is narrower, as a share of the width. */
const LEAST = 0.012;

/** The drawing and its key. */
export function Drawing(props: {
  readonly entries: readonly Entry[];
  readonly slots: readonly Slot[];
  readonly language: string;
}) {
  const { entries, slots, language } = props;
  const boxes = packed(
    entries.map((entry) => boxOf(entry, slots)),
    12,
  );
  const labelOf = openLabels(slots, language);
  const height = TOP + ROW * Math.max(1, ...boxes.map(({ row }) => row + 1)) + 6;
  return (
    <>
      <p class="key drawn" aria-hidden="true">
        <span class="point">on that day</span> <span class="span">some time in that span, or all of it</span>
        <span class="outline">as somebody quoted dates it, or as its article is dated</span>
      </p>
      <svg class="drawing" width="100%" height={height} aria-hidden="true" direction="ltr">
        <defs>
          <Fade id="fade-start" opacities={[0, 1, 1]} />
          <Fade id="fade-end" opacities={[1, 1, 0]} />
          <Fade id="fade-both" opacities={[0, 1, 0]} />
        </defs>
        {labelled(slots, MOST_LABELS.desk).map(({ at, period }) => (
          <>
            <line class="rule" x1={percent(at / slots.length)} x2={percent(at / slots.length)} y1="0" y2={height} />
            <text class="label" x={percent(at / slots.length)} dx="5" y="13">
              {labelOf(period ?? '')}
            </text>
          </>
        ))}
        {boxes.map((box) => (
          <BoxOf box={box} />
        ))}
      </svg>
    </>
  );
}

/** A mark with its label: what it takes of a row. */
interface Box extends Extent {
  readonly entry: Entry;
  readonly mark: Mark;
  readonly label: string;
  readonly words: string;
  /** Whether the label is to the left of where the mark ends, because on the right there is no room. */
  readonly isFromEnd: boolean;
}

/** In pixels of the narrowest screen, on which labels need the most room. */
function boxOf(entry: Entry, slots: readonly Slot[]): Box {
  const mark = markOf(entry, slots);
  const words = entry.basis === 'PUBLISHED' ? `published ${entry.words}` : entry.words;
  const label = shortened(entry.name, Math.max(16, LONGEST_LABEL - words.length));
  const width = LETTER * (lengthOf(label) + lengthOf(words) + 2);
  const [from, to] = [mark.from * NARROWEST, Math.max(mark.to * NARROWEST, mark.from * NARROWEST + 12)];
  const isFromEnd = from + width > NARROWEST;
  const [start, end] = isFromEnd ? [Math.min(from, to - width), to] : [from, Math.max(to, from + width)];
  return { entry, mark, label, words, isFromEnd, from: start, to: end };
}

/** Letters of East Asian scripts are twice as wide (Unicode, UAX 11). */
function lengthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter >= '\u2e80' ? 2 : 1), 0);
}

function BoxOf({ box }: { readonly box: Box & { readonly row: number } }) {
  const { entry, mark, label, words, isFromEnd, row } = box;
  const y = TOP + row * ROW;
  const basis = entry.basis === 'DATE' ? '' : ' told';
  return (
    <a href={entry.url} tabindex={-1} class={`${entry.type.toLowerCase()}${basis}`}>
      <title>{`${withoutDirections(entry.name)}: ${words}`}</title>
      <text x={percent(isFromEnd ? mark.to : mark.from)} y={y + 12} text-anchor={isFromEnd ? 'end' : 'start'}>
        {/* Isolated, as by <bdi>: SVG has no element for it (UAX 9). */}
        {`\u2068${withoutDirections(label)}\u2069`}
        <tspan class="label" dx="6">
          {words}
        </tspan>
      </text>
      {entry.isExact && !mark.isCut.includes(true) ? (
        <circle cx={percent((mark.from + mark.to) / 2)} cy={y + 23} r="5" />
      ) : (
        <rect
          x={percent(Math.min(mark.from, 1 - LEAST))}
          width={percent(Math.max(mark.to - mark.from, LEAST))}
          y={y + 19}
          height="8"
          rx="4"
          {...paintOf(mark, basis !== '')}
        />
      )}
    </a>
  );
}

/** An end beyond the axis fades: in the outline of what is told, in the whole span of anything else. */
function paintOf({ isCut: [start, end] }: Mark, isTold: boolean) {
  if (!start && !end) return {};
  const paint = start && end ? 'url(#fade-both)' : start ? 'url(#fade-start)' : 'url(#fade-end)';
  return isTold ? { stroke: paint } : { fill: paint };
}

function Fade({ id, opacities }: { readonly id: string; readonly opacities: readonly number[] }) {
  return (
    <linearGradient id={id}>
      {opacities.map((opacity, at) => (
        <stop offset={percent(at / (opacities.length - 1))} stop-opacity={opacity} />
      ))}
    </linearGradient>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}
