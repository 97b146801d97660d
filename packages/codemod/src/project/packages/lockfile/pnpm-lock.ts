import { textAt, valueAt } from '../data-value.ts';
import { dependencyFields } from '../manifest.ts';
import { readYaml } from '../read-yaml.ts';
import type { LockedLookup } from './locked-request.ts';

/**
 * Opens `pnpm-lock.yaml` of the versions 5, 6 and 9. Only the blocks that say what each package depends on are taken
 * apart: the list of all packages behind them is by far the larger part.
 */
export function openPnpmLock(text: string): LockedLookup {
  const importers = topLevelBlocks(text, ['importers']).map((block) => valueAt(readYaml(block), 'importers'));
  // A project of one package has no importers before version 9.
  const alone = importers.length > 0 ? [] : topLevelBlocks(text, dependencyFields).map((block) => readYaml(block));
  return ({ importer, dependency }) => {
    const places =
      importer === ''
        ? [...importers.map((list) => valueAt(list, '.')), ...alone]
        : importers.map((list) => valueAt(list, importer));
    const written = places
      .flatMap((place) => dependencyFields.map((field) => valueAt(place, field, dependency)))
      .map((entry) => (typeof entry === 'string' ? entry : textAt(entry, 'version')));
    return plainVersion(written.find((version) => version !== undefined) ?? '');
  };
}

/** The lines of the named keys at the beginning of a line, each with what is indented below it. */
function topLevelBlocks(text: string, names: readonly string[]): readonly string[] {
  const blocks: string[][] = [];
  let isWanted = false;
  for (const line of text.split(/\r?\n/)) {
    const isWithin = line === '' || line.startsWith(' ');
    if (!isWithin) isWanted = names.some((name) => line.startsWith(`${name}:`));
    if (!isWanted) continue;
    if (isWithin) blocks.at(-1)?.push(line);
    else blocks.push([line]);
  }
  return blocks.map((lines) => lines.join('\n'));
}

/**
 * Takes the version out of `4.104.0_zod@3.25.0`, `5.23.2(ws@8.18.0)`, and of the forms of an alias:
 * `/openai/4.104.0`, `/openai@4.104.0`, `openai@4.104.0(ws@8.18.0)`.
 */
function plainVersion(written: string): string | undefined {
  return /^(?:\/?openai[/@])?(\d+\.\d+\.\d+[^(_/]*)/.exec(written)?.[1];
}
