// A publisher as a process of its own, which can be killed: FOLDER MARK STATEMENTS. Prints a line for each step that it has done.
import { publish } from '../../data/publish/publish.ts';
import { inventCorpus } from '../d1/corpus.ts';
import { openIn } from '../d1/database.ts';

const [folder = '', mark = '', statements] = process.argv.slice(2);
const { database, close } = await openIn(folder);
process.stdout.write('opened\n');
await publish(database, inventCorpus({ mark, statements: Number(statements), length: 1000 }), {
  force: false,
  onProgress: (step, done) => process.stdout.write(`${step} ${done}\n`),
});
process.stdout.write('published\n');
await close();
