import { posix } from 'node:path';
import { sourceExtensions } from '@azure-openai-v1/javascript';

/**
 * Finds the file that a relative specifier means, among known paths: as it stands, with an extension, with the extension
 * that TypeScript writes as `.js`, or as a folder's index.
 */
export function createImportResolver(
  paths: readonly string[],
): (from: string, specifier: string) => string | undefined {
  const known = new Set(paths);
  return (from, specifier) => {
    const target = posix.join(posix.dirname(from), specifier);
    const stem = target.replace(/\.[cm]?jsx?$/, '');
    const candidates = [
      target,
      ...[target, stem, `${target}/index`].flatMap((name) => sourceExtensions.map((extension) => name + extension)),
    ];
    return candidates.find((candidate) => known.has(candidate));
  };
}
