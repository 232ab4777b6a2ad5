/** Prints the numbers of a corpus for editors. */
import { styleText } from 'node:util';
import { counted, printable } from '../../data/compile/index.ts';
import type { CorpusStats } from './measure.ts';
import { printTable, type Row } from './table.ts';

export interface Page {
  /** The width of the terminal in columns. */
  readonly width: number;
  readonly colours: boolean;
  /** The most rows shown of each table. */
  readonly most: number;
}

/** The whole page, each table with its most pressing rows first. */
export function printStats(folder: string, stats: CorpusStats, page: Page): string {
  const bold = (text: string) => (page.colours ? styleText('bold', text, { validateStream: false }) : text);
  const blocks = [
    [bold(printable(folder)), ...wrap(countsOf(stats), page.width)],
    ...[articles(stats), speakers(stats), drafts(stats)]
      .filter(({ rows }) => rows.length > 0)
      .map(({ heads, rows, note }) => {
        const [head = '', ...lines] = printTable(heads, rows.slice(0, page.most), page.width);
        return [bold(head), ...lines, ...more(rows.length - page.most), ...wrap(note, page.width)];
      }),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function countsOf({ counts, coverage, voices, drafts }: CorpusStats): string {
  if (counts.articles === 0) return 'The corpus has no articles.';
  const proposals = drafts.reduce((sum, file) => sum + file.drafts, 0);
  return [
    [
      counted(counts.articles, 'article'),
      counted(counts.events, 'event'),
      counted(counts.statements, 'statement'),
      counted(counts.facts, 'fact'),
      counted(counts.people, 'person', 'people'),
      counted(counts.organizations, 'organization'),
      counted(counts.groups, 'group'),
      counted(counts.places, 'place'),
    ].join(', '),
    `Evidence covers ${percent(coverage.share)} of the text.`,
    `Events and facts: ${voices.article} in the articles' own voice, ${voices.speaker} attributed, ${voices.carriedOver} carried over.`,
    proposals === 0
      ? 'No drafts are left.'
      : `${counted(proposals, 'proposal')} in ${counted(drafts.length, 'file')} ${proposals === 1 ? 'is' : 'are'} left to confirm, but already counted here.`,
  ].join('\n');
}

interface Table {
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
  readonly note: string;
}

function articles(stats: CorpusStats): Table {
  const hasDrafts = stats.drafts.length > 0;
  const order = hasDrafts ? 'Most drafts first, then least covered.' : 'Least covered first.';
  return {
    heads: [
      'Article',
      'Covered',
      'Statements',
      'Events',
      'Own',
      'Attributed',
      'Carried',
      ...(hasDrafts ? ['Drafts'] : []),
    ],
    rows: stats.articles.map(({ slug, coverage, statements, events, voices, drafts: left }) => [
      slug,
      percent(coverage.share),
      statements,
      events,
      voices.article,
      voices.speaker,
      voices.carriedOver,
      ...(hasDrafts ? [left] : []),
    ]),
    note: `${order} Covered: the share of characters, headline included, that evidence covers. Own, Attributed, Carried: events and facts by voice.`,
  };
}

function speakers(stats: CorpusStats): Table {
  return {
    heads: ['Speaker', 'Statements', 'Events', 'Carried', 'Articles'],
    rows: stats.speakers.map((one) => [one.name, one.statements, one.events, one.carriedOver, one.articles]),
    note: 'Events: attributed to these statements. Carried: events that only follow one without a new cue.',
  };
}

function drafts(stats: CorpusStats): Table {
  return {
    heads: ['File with drafts', 'Proposals'],
    rows: stats.drafts.map(({ file, drafts: left }) => [file, left]),
    note: 'Confirm them with: npm run data -- review FILE',
  };
}

function more(count: number): string[] {
  return count > 0 ? [`… and ${count} more; --all shows them.`] : [];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** The text in lines of at most this width, broken at spaces. */
function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, line];
  });
}
