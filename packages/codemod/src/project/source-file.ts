import { extname } from 'node:path';
import { sourceExtensions } from '@azure-openai-v1/javascript';

/** A file to look at. */
export interface SourceFile {
  readonly absolute: string;
  /** As it is reported: relative to the folder of the call, with `/`. */
  readonly path: string;
  /** The real path of the folder that it must not leave. */
  readonly root: string;
}

const sources: ReadonlySet<string> = new Set(sourceExtensions);

/** Kinds of file that hold JavaScript among other things and are not migrated. */
const containers: ReadonlySet<string> = new Set(['.vue', '.svelte', '.astro', '.mdx', '.ipynb']);

/** Tells by its name whether a file holds JavaScript or TypeScript, and whether among other things. */
export function kindOfFile(path: string): 'source' | 'container' | 'other' {
  const extension = extname(path);
  if (sources.has(extension)) return 'source';
  return containers.has(extension) ? 'container' : 'other';
}
