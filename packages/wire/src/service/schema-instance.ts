import { isObject, type Json, type JsonObject, listOf, objectOf, textOf } from './json.ts';

/** How deep an instance goes before it takes the shortest way out of a schema that contains itself. */
const deepest = 6;

/** How long a list becomes, whatever its schema asks for. */
const most = 100;

/** A value that a JSON schema allows; the same for the same schema and text. */
export function instanceOf(schema: Json | undefined, text: string): Json {
  return build({ root: objectOf(schema), text }, objectOf(schema), 0);
}

interface Ask {
  readonly root: JsonObject;
  readonly text: string;
}

function build(ask: Ask, schema: JsonObject, depth: number): Json {
  const reference = schema['$ref'];
  if (typeof reference === 'string')
    return depth > 2 * deepest ? null : build(ask, resolve(ask.root, reference), depth + 1);
  if (schema['const'] !== undefined) return schema['const'];
  const [first] = listOf(schema['enum']);
  if (first !== undefined) return first;
  const choices = [...listOf(schema['anyOf']), ...listOf(schema['oneOf'])].filter(isObject);
  if (choices.length > 0) return build(ask, choose(choices, depth), depth + 1);
  const parts = listOf(schema['allOf']).filter(isObject);
  if (parts.length > 0) return Object.assign({}, ...parts.map((part) => build(ask, part, depth + 1))) as JsonObject;
  return builders[typeOf(schema)](ask, schema, depth);
}

function choose(choices: readonly JsonObject[], depth: number): JsonObject {
  const ends = depth > deepest ? choices.find((choice) => typeOf(choice) === 'null') : undefined;
  return ends ?? choices[0] ?? {};
}

type SchemaType = 'array' | 'boolean' | 'integer' | 'null' | 'number' | 'object' | 'string';

const builders: Readonly<Record<SchemaType, (ask: Ask, schema: JsonObject, depth: number) => Json>> = {
  array: (ask, schema, depth) => {
    const least = typeof schema['minItems'] === 'number' ? schema['minItems'] : depth > deepest ? 0 : 1;
    return Array.from({ length: Math.min(least, most) }, () => build(ask, objectOf(schema['items']), depth + 1));
  },
  boolean: () => true,
  integer: (_, schema) => Math.ceil(leastOf(schema)),
  null: () => null,
  number: (_, schema) => leastOf(schema),
  object: (ask, schema, depth) => {
    const required = listOf(schema['required']);
    const entries = Object.entries(objectOf(schema['properties'])).filter(
      ([name]) => depth <= deepest || required.includes(name),
    );
    return Object.fromEntries(entries.map(([name, value]) => [name, build(ask, objectOf(value), depth + 1)]));
  },
  string: ({ text }, schema) => formats.get(textOf(schema['format'])) ?? text,
};

const formats: ReadonlyMap<string, string> = new Map([
  ['date', '2024-01-01'],
  ['date-time', '2024-01-01T00:00:00Z'],
  ['email', 'someone@example.com'],
  ['ipv4', '192.0.2.1'],
  ['time', '00:00:00Z'],
  ['uri', 'https://example.com/'],
  ['uuid', '00000000-0000-4000-8000-000000000000'],
]);

function typeOf(schema: JsonObject): SchemaType {
  const { type } = schema;
  const name = Array.isArray(type) ? textOf(listOf(type)[0]) : textOf(type);
  if (Object.hasOwn(builders, name)) return name as SchemaType; // One of the table's own names.
  return schema['properties'] === undefined ? 'string' : 'object';
}

function leastOf(schema: JsonObject): number {
  const { minimum, exclusiveMinimum } = schema;
  if (typeof minimum === 'number') return minimum;
  return typeof exclusiveMinimum === 'number' ? exclusiveMinimum + 1 : 1;
}

/** `#/$defs/step` and the like; what is not there allows anything. */
function resolve(root: JsonObject, reference: string): JsonObject {
  const steps = reference.split('/').slice(1);
  return steps.reduce<JsonObject>(
    (schema, step) => objectOf(schema[step.replaceAll('~1', '/').replaceAll('~0', '~')]),
    root,
  );
}
