import { type Json, type JsonObject, objectOf, textOf } from './json.ts';
import { instanceOf } from './schema-instance.ts';

/** What a model has to say. */
export type Reply =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'call'; readonly tool: Tool; readonly input: string };

/** Something that a model may call. */
export interface Tool {
  readonly kind: 'custom' | 'function';
  readonly name: string;
  /** The schema of what a function takes. */
  readonly parameters: Json | undefined;
}

/** What a model is asked, in no API's words. */
export interface Question {
  readonly seed: string;
  readonly model: string;
  /** What it may call now. */
  readonly tools: readonly Tool[];
  /** The schema that its answer must follow. */
  readonly format: OutputFormat;
}

/** What an answer must look like. */
export type OutputFormat =
  | { readonly kind: 'text' }
  | { readonly kind: 'json' }
  | { readonly kind: 'schema'; readonly schema: Json | undefined };

/** Calls the first tool that it may, or else says something that no other question is told. */
export function replyTo({ seed, model, tools, format }: Question): Reply {
  const word = seed.slice(0, 8);
  const [tool] = tools;
  if (tool?.kind === 'custom') return { kind: 'call', tool, input: `Input ${word}` };
  if (tool !== undefined) return { kind: 'call', tool, input: JSON.stringify(instanceOf(tool.parameters, word)) };
  // Characters of two and three bytes, so that pieces cut inside of one would show.
  if (format.kind === 'text') return { kind: 'text', text: `Answer ${word} of ${model}: naïve, but certain ✓` };
  const value = format.kind === 'json' ? { answer: word } : instanceOf(format.schema, word);
  return { kind: 'text', text: JSON.stringify(value) };
}

/** The format that chat completions call `response_format` and responses call `text.format`. */
export function readFormat(value: Json | undefined): OutputFormat {
  const format = objectOf(value);
  const type = textOf(format['type']);
  if (type === 'json_object') return { kind: 'json' };
  if (type !== 'json_schema') return { kind: 'text' };
  return { kind: 'schema', schema: format['schema'] ?? objectOf(format['json_schema'])['schema'] };
}

/** The tools that a choice leaves; the one that it names stands alone. */
export function chosenTools(tools: readonly Tool[], choice: Json | undefined): readonly Tool[] {
  if (choice === 'none') return [];
  const named = nameIn(objectOf(choice));
  return named === undefined ? tools : tools.filter(({ name }) => name === named);
}

function nameIn(choice: JsonObject): string | undefined {
  const inner = objectOf(choice['function'] ?? choice['custom']);
  const name = choice['name'] ?? inner['name'];
  return typeof name === 'string' ? name : undefined;
}
