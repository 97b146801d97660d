import { once } from 'node:events';
import { startGit } from './git.ts';
import { UsageError } from './usage-error.ts';

/**
 * Reads the contents of objects one after the other, as they are stored: without filters, line ends or hooks.
 *
 * @returns each entry, in order, with the bytes of its object
 * @throws {UsageError} when git has not got one
 */
export async function* readObjects<Entry extends { readonly object: string }>(
  root: string,
  entries: readonly Entry[],
): AsyncGenerator<readonly [Entry, Buffer]> {
  const git = startGit(root, ['cat-file', '--batch']);
  const closed = once(git, 'close');
  // When git ends early, its answers end early, and that is noticed below.
  git.stdin.on('error', () => undefined);
  git.stdin.end(entries.map(({ object }) => `${object}\n`).join(''));
  try {
    const input = new PieceReader(git.stdout);
    for (const entry of entries) {
      const [name, kind, size] = (await input.readLine()).split(' ');
      if (name !== entry.object || kind !== 'blob') {
        throw new UsageError(`git has not got all files of that commit (${entry.object}). Fetch them first.`);
      }
      yield [entry, await input.read(Number(size))];
      await input.read(1);
    }
  } finally {
    git.kill();
    await closed;
  }
}

/** Reads lines and counted bytes from a stream that comes in pieces of any size. */
class PieceReader {
  private pieces: Buffer[] = [];
  private length = 0;
  private readonly source: AsyncIterator<Buffer>;

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]();
  }

  async readLine(): Promise<string> {
    let end = -1;
    while ((end = this.join().indexOf('\n')) === -1) await this.wait();
    return (await this.read(end + 1)).toString('latin1', 0, end);
  }

  async read(count: number): Promise<Buffer> {
    while (this.length < count) await this.wait();
    const bytes = this.join();
    this.keep(bytes.subarray(count));
    return bytes.subarray(0, count);
  }

  private join(): Buffer {
    const [first] = this.pieces;
    const bytes = first !== undefined && this.pieces.length === 1 ? first : Buffer.concat(this.pieces);
    this.keep(bytes);
    return bytes;
  }

  private keep(bytes: Buffer): void {
    this.pieces = [bytes];
    this.length = bytes.length;
  }

  private async wait(): Promise<void> {
    const next = await this.source.next();
    if (next.done === true)
      throw new UsageError('git ended before it had read that commit. See whether `git fsck` finds a fault.');
    this.pieces.push(next.value);
    this.length += next.value.length;
  }
}
