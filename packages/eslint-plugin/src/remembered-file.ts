import { lstatSync, readFileSync } from 'node:fs';

/** Larger files are not read. */
const sizeLimit = 1024 * 1024;

interface Memory<Content> {
  readonly modified: number;
  readonly size: number;
  readonly content: Content;
}

/**
 * Prepares the reading of small files whose content is worked out once for as long as they do not change. An editor keeps
 * the process, and asks again with every key.
 */
export function rememberFiles<Content>(
  parse: (path: string, text: string) => Content,
): (path: string) => Content | undefined {
  const memories = new Map<string, Memory<Content>>();
  return (path) => {
    try {
      // A link may lead out of the project. A pipe would never end, and a device might not either.
      const status = lstatSync(path, { throwIfNoEntry: false });
      if (status?.isFile() !== true || status.size > sizeLimit) return undefined;
      const { mtimeMs: modified, size } = status;
      const known = memories.get(path);
      if (known?.modified === modified && known.size === size) return known.content;
      const content = parse(path, readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
      memories.set(path, { modified, size, content });
      return content;
    } catch {
      // What cannot be read or parsed says nothing; the command line tells about it.
      return undefined;
    }
  };
}
