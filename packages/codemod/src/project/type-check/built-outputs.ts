import { ts } from '@ts-morph/common';
import type { ConfiguredProject } from './read-project.ts';

/**
 * For files that a build makes, whether they are there or not, the source that each is made from. One project sees
 * another through them, and they do not have the change yet.
 */
export function collectBuiltOutputs(projects: readonly ConfiguredProject[]): ReadonlyMap<string, string> {
  const sources = new Map<string, string>();
  for (const { parsed } of projects) {
    // Without a folder for them, what is built stands beside its source and is found as that.
    if (parsed.options.outDir === undefined && parsed.options.declarationDir === undefined) continue;
    for (const source of parsed.fileNames) {
      if (/\.d\.[cm]?ts$|\.json$/.test(source)) continue;
      for (const output of outputsOf(parsed, source)) if (!output.endsWith('.map')) sources.set(output, source);
    }
  }
  return sources;
}

function outputsOf(parsed: ts.ParsedCommandLine, source: string): readonly string[] {
  const options = { ...parsed.options, noEmit: false, emitDeclarationOnly: false, declaration: true };
  return ts.getOutputFileNames({ ...parsed, options }, source, !ts.sys.useCaseSensitiveFileNames);
}
