import type { ModuleSummary } from './summary.ts';

/** For each file that exports clients, the files that are seen to import one of them. */
export type ClientImporters = ReadonlyMap<string, readonly string[]>;

/**
 * Links summaries into what is known across files.
 *
 * @param resolve finds the path of the file that a specifier means in the file at `from`, among the summaries' paths
 */
export function linkSummaries(
  summaries: readonly ModuleSummary[],
  resolve: (from: string, specifier: string) => string | undefined,
): ClientImporters {
  const exporters = new Map(summaries.filter(hasClients).map((summary) => [summary.path, summary]));
  const importers = new Map<string, string[]>();
  for (const { path, imports } of summaries) {
    for (const { specifier, name } of imports) {
      const exporter = exporters.get(resolve(path, specifier) ?? '');
      if (!exporter || (name !== '*' && !exporter.exportedClients.includes(name))) continue;
      const known = importers.get(exporter.path) ?? [];
      if (!known.includes(path)) importers.set(exporter.path, [...known, path]);
    }
  }
  return importers;
}

function hasClients({ exportedClients }: ModuleSummary): boolean {
  return exportedClients.length > 0;
}
