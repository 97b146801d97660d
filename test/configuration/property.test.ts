import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { takeOut, version } from './take-out.ts';

const numRuns = process.env['AZURE_OPENAI_V1_FUZZ'] === '1' ? 5_000 : 200;

type Json = boolean | number | string | null | readonly Json[] | { readonly [key: string]: Json };

const name = fc.constantFrom(version, 'A_B', 'C_D', 'E_F', `MY_${version}`, 'OTHER', 'quoted name');
const value = fc.oneof(
  fc.constantFrom(
    '',
    '1',
    'a b',
    'x # y',
    "it's",
    '"quoted"',
    'é ü',
    'true',
    '2024-10-21',
    '${A_B}',
    'k: v',
    '- z',
    '{ a }',
  ),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const map = fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, minLength: 1, maxLength: 5 });
const list = fc.array(
  fc.tuple(name, fc.constantFrom('', '=1', '=a b', '=x # y', '=')).map(([key, rest]) => key + rest),
  { minLength: 1, maxLength: 5 },
);
const environment = fc.oneof(
  map.map((entries): Json => Object.fromEntries(entries)),
  list,
);
const lineBreak = fc.constantFrom('\n', '\r\n');

/** What is left of a map or list when the variable goes; undefined where nothing is. */
function without(settings: Json): Json | undefined {
  if (Array.isArray(settings)) {
    const left = settings.filter((item) => String(item).split('=')[0] !== version);
    return left.length === 0 && settings.length > 0 ? undefined : left;
  }
  const entries = Object.entries(settings as Readonly<Record<string, Json>>);
  const left = entries.filter(([key]) => key !== version);
  return left.length === 0 && entries.length > 0 ? undefined : Object.fromEntries(left);
}

function withoutIn(owner: Readonly<Record<string, Json>>, key: string): Readonly<Record<string, Json>> {
  const entries = Object.entries(owner).flatMap(([own, settings]): readonly (readonly [string, Json])[] => {
    const left = own === key ? without(settings) : settings;
    return left === undefined ? [] : [[own, left]];
  });
  return Object.fromEntries(entries);
}

test('Docker Compose says all the rest as before', () => {
  const style = fc.record({
    indent: fc.constantFrom(2, 4),
    indentSeq: fc.boolean(),
    collectionStyle: fc.constantFrom('any' as const, 'flow' as const, 'block' as const),
    defaultStringType: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const, 'QUOTE_SINGLE' as const),
    lineWidth: fc.constant(0),
  });
  fc.assert(
    fc.property(environment, environment, style, lineBreak, fc.boolean(), (settings, args, options, ending, isLong) => {
      const web = { build: { context: '.', args }, environment: settings, ports: ['80:80'] };
      const rest: Record<string, Json> = isLong
        ? { db: { build: 'db', command: 'a\nb\n', environment: { A_B: 'x' } } }
        : {};
      const text = stringify({ services: { web, ...rest } }, options).replaceAll('\n', ending);
      const { after, findings } = takeOut({ 'compose.yml': text });
      const expected = { ...withoutIn(web, 'environment'), build: withoutIn(web.build, 'args') };
      const isOrdered = isDeepStrictEqual(Object.keys(parse(after ?? text) as object), ['services']);
      expect(isOrdered).toBe(true);
      const result = (parse(after ?? text) as { services: Record<string, unknown> }).services;
      expect({ ...result, web: undefined }).toEqual({ ...rest, web: undefined });
      if (findings.every(({ grade }) => grade === 'review')) expect(result['web']).toEqual(expected);
      else expect(findings.filter(({ grade }) => grade === 'manual').length).toBeGreaterThan(0);
      expect((after ?? text).includes('\r')).toBe(text.includes('\r'));
    }),
    { numRuns },
  );
});

test('JSON says all the rest as before, in the same order', () => {
  fc.assert(
    fc.property(map, map, fc.constantFrom(0, 2, '\t'), lineBreak, (settings, build, indent, ending) => {
      const data = { a: [1], env: Object.fromEntries(settings), build: { env: Object.fromEntries(build), b: {} } };
      const text = JSON.stringify(data, undefined, indent).replaceAll('\n', ending);
      const { after, findings } = takeOut({ 'vercel.json': text });
      const left = (entries: typeof settings) => Object.fromEntries(entries.filter(([key]) => key !== version));
      const expected = { a: [1], env: left(settings), build: { env: left(build), b: {} } };
      expect(JSON.stringify(JSON.parse(after ?? text))).toBe(JSON.stringify(expected));
      expect(findings).toHaveLength([...settings, ...build].filter(([key]) => key === version).length);
    }),
    { numRuns },
  );
});

test('a template of an environment says all the rest as before, line by line', () => {
  const line = fc.oneof(
    fc.tuple(name, fc.constantFrom('=', '= ', '=1', '="a b"', "='x # y'", '=a # b')).map((parts) => parts.join('')),
    fc.constantFrom(
      '',
      '# words',
      '# version',
      `# ${version} is old`,
      `# ${version}=1`,
      '#A_B=2',
      '  ',
      'export E_F=1',
      '# ---- version ----',
    ),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), lineBreak, (lines, ending) => {
      const text = lines.join(ending) + ending;
      const { after = text } = takeOut({ '.env.example': text });
      const left = after.split(ending);
      let from = 0;
      for (const kept of left) {
        const at = lines.indexOf(kept, from);
        expect(at >= 0 || kept === '').toBe(true);
        from = at < 0 ? from : at + 1;
      }
      const gone = lines.filter((own) => !left.includes(own));
      expect(gone.every((own) => own.includes(version) || own.startsWith('#') || own.trim() === '')).toBe(true);
      expect(assignmentsOf(after)).toEqual(assignmentsOf(text).filter(([own]) => own !== version));
    }),
    { numRuns },
  );
});

/** What a template sets, in order; unlike those of Node.js 20, comments and blank lines are never a part of a name. */
function assignmentsOf(text: string): readonly (readonly [string, string])[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, own, rest = ''] = /^\s*(?:export\s+)?([\w ]+?)\s*=(.*)$/.exec(line) ?? [];
    return own === undefined ? [] : [[own, rest] as const];
  });
}
