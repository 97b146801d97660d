import { posix } from 'node:path';
import { readJson } from '../json.ts';
import type { TextFile } from '../place.ts';
import { entryOf, type Value } from '../value.ts';
import { bicep } from './dialect.ts';
import { parse } from './parse.ts';
import { Scope } from './scope.ts';

/** Values for the parameters of a template. Whoever deploys chooses the file, and may choose other values still. */
export interface ParameterFile {
  /** The paths that the template may have. */
  readonly templates: readonly string[];
  readonly values: readonly (readonly [string, Value])[];
}

/** Reads a `.bicepparam` file. */
export function readBicepParameters(file: TextFile): ParameterFile {
  const statements = parse(file, bicep);
  const template = statements.find(({ key }) => key === 'using')?.labels[0];
  const parameters = statements.filter(({ key }) => key === 'param');
  return {
    templates: template === undefined ? [] : [posix.join(posix.dirname(file.path), template)],
    values: parameters.flatMap(({ labels: [name], value }) => (name === undefined ? [] : [[name, value] as const])),
  };
}

/** Reads a file such as `main.parameters.json`; undefined where it is none. */
export function readJsonParameters(file: TextFile): ParameterFile | undefined {
  const [, stem] = /^(.+?)[.-]param(?:eter)?s\b.*\.json$/i.exec(posix.basename(file.path)) ?? [];
  if (stem === undefined) return undefined;
  const reading = readJson(file, true);
  const parameters = reading.kind === 'read' ? entryOf(reading.value, 'parameters') : undefined;
  if (parameters?.kind !== 'object') return undefined;
  const base = posix.join(posix.dirname(file.path), stem);
  const values = parameters.entries.map(({ key, value, at }) => {
    return [key, withoutVariables(entryOf(value, 'value') ?? { kind: 'other', at })] as const;
  });
  return { templates: [`${base}.bicep`, `${base}.json`], values };
}

/** `azd` puts variables in: `${CHAT_MODEL=gpt-4o}` is `gpt-4o` unless the variable is set. */
function withoutVariables(value: Value): Value {
  if (value.kind !== 'text' || !value.text.includes('${')) return value;
  const [, fallback] = /^\$\{\w+=([^${}]+)\}$/.exec(value.text) ?? [];
  return fallback === undefined ? { kind: 'other', at: value.at } : { ...value, text: fallback };
}

/**
 * Gives the templates of a repository their parameters, as values that are not certain.
 *
 * @param prefix what stands before the name of a parameter where it is read
 */
export function giveParameters(
  files: readonly ParameterFile[],
  scopeOf: (path: string) => Scope | undefined,
  prefix = '',
): void {
  for (const { templates, values } of files) {
    const target = templates.map(scopeOf).find((scope) => scope !== undefined);
    for (const [name, value] of values) target?.give(prefix + name, { value, scope: new Scope(), isCertain: false });
  }
}
