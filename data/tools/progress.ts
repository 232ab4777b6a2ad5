/** Progress: a bar on a terminal, and nothing where nobody watches. */

/** Draws on the stream's last line, over what it drew before. */
export function openProgress(stream: NodeJS.WriteStream): {
  draw(label: string, done: number, total: number): void;
  end(): void;
} {
  let drawn = '';
  return {
    draw(label, done, total) {
      if (!stream.isTTY) return;
      const filled = Math.floor((WIDTH * done) / total);
      const line = `${label} [${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${Math.floor((100 * done) / total)} %`;
      if (line === drawn) return;
      stream.write(`\r${line.padEnd(drawn.length)}`);
      drawn = line;
    },
    end() {
      if (drawn !== '') stream.write(`\r${' '.repeat(drawn.length)}\r`);
      drawn = '';
    },
  };
}

const WIDTH = 30;
