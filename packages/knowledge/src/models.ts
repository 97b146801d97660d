import type { Cited } from './citations.ts';
import { plainModels } from './plain-models.ts';
import { reasoningModels } from './reasoning-models.ts';

/** What is known of a model; `undefined` says that it is not known. */
export interface ModelRow extends Cited {
  readonly id: string;
  /** Serves chat completions. */
  readonly chat: boolean | undefined;
  /** Serves the Responses API. */
  readonly responses: boolean | undefined;
  readonly reasoning: boolean;
  /** Request parameters that it refuses. */
  readonly unsupported: readonly string[];
  /** `false` where no Azure document says so of this very model. */
  readonly verified?: false;
}

/** Every model that is known by name: those that reason, then the others. */
export const models = [...reasoningModels, ...plainModels] as const satisfies readonly ModelRow[];

const modelById: ReadonlyMap<string, ModelRow> = new Map(models.map((model) => [model.id, model]));
const modelsLongestFirst: readonly ModelRow[] = [...models].sort((a, b) => b.id.length - a.id.length);

/** The model that a name is exactly, give or take its case and a `-2025-04-16` or `-latest` at its end. */
export function findModel(name: string): ModelRow | undefined {
  const lower = name.toLowerCase();
  return modelById.get(lower) ?? modelById.get(lower.replace(/-(?:\d{4}-\d{2}-\d{2}|latest)$/, ''));
}

/**
 * The reasoning model that a name only hints at (`my-o3-mini-prod`), by whole words.
 * A name that is a model, or that also names a model which does not reason, hints at nothing.
 */
export function hintedReasoningModel(name: string): string | undefined {
  if (findModel(name) !== undefined) return undefined;
  const named = modelsNamedIn(name.toLowerCase().replaceAll(/[_ ]/g, '-'));
  return named.every(({ reasoning }) => reasoning) ? named[0]?.id : undefined;
}

function modelsNamedIn(name: string): readonly ModelRow[] {
  const named: ModelRow[] = [];
  let index = 0;
  while (index < name.length) {
    const model = startsWord(name, index) ? modelAt(name, index) : undefined;
    if (model !== undefined) named.push(model);
    index += model?.id.length ?? 1;
  }
  return named;
}

function modelAt(name: string, index: number): ModelRow | undefined {
  return modelsLongestFirst.find(({ id }) => name.startsWith(id, index) && endsWord(name, index + id.length));
}

function startsWord(name: string, index: number): boolean {
  return index === 0 || isSeparator(name.charAt(index - 1));
}

/** `gpt-5` does not end before `.9`: that is another model, of which nothing is known. */
function endsWord(name: string, index: number): boolean {
  if (index === name.length) return true;
  const next = name.charAt(index + 1);
  return name.charAt(index) === '.' ? next < '0' || next > '9' : isSeparator(name.charAt(index));
}

function isSeparator(character: string): boolean {
  return character === '-' || character === '.';
}
