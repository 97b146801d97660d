import { applyEdits, planEdits } from '@azure-openai-v1/core';
import { findInTexts, judge } from '@azure-openai-v1/configuration';
import { describe, expect, test } from 'vitest';
import { surveyCode } from '../../packages/codemod/src/project/configuration/survey-code.ts';
import { version } from './take-out.ts';

/** What is said of code that mentions the variable, and what becomes of it. */
function survey(text: string, path = 'src/env.ts') {
  const names = new Set([version]);
  const code = surveyCode(path, text, names);
  const texts = code?.declared ? [code.declared] : [];
  const verdicts = judge(names, texts, code?.witnesses ?? []);
  const [found] = findInTexts(texts, verdicts, names);
  const { edits } = planEdits(found?.findings ?? [], 'review');
  return {
    verdict: verdicts.get(version)?.kind,
    after: edits.length > 0 ? applyEdits(text, edits) : undefined,
    reasons: (found?.findings ?? []).map(({ data }) => data['reason'] ?? ''),
  };
}

const line = `  ${version}: z.string().default('2024-10-21'),\n`;
const zod = (line: string, use = 'export const env = schema.parse(process.env);') =>
  `import { z } from 'zod';\n\nconst schema = z.object({\n  A_B: z.string(),\n${line}});\n${use}\n`;
const t3 = (...lines: readonly string[]) =>
  `import { createEnv } from '@t3-oss/env-nextjs';\nimport { z } from 'zod';\n\nexport const env = createEnv({\n  server: {\n    A_B: z.string(),\n${lines[0] ?? ''}  },\n  runtimeEnv: {\n    A_B: process.env.A_B,\n${lines[1] ?? ''}  },\n});\n`;

describe('a schema loses its property', () => {
  test.each([
    ['zod', zod(line), zod('')],
    [
      'zod, parsed at once',
      `import * as z from 'zod';\nexport const env = z.object({\n  A_B: z.string(),\n${line}}).parse(process.env);\n`,
      `import * as z from 'zod';\nexport const env = z.object({\n  A_B: z.string(),\n}).parse(process.env);\n`,
    ],
    [
      'zod, with a type of it',
      zod(line, 'type Env = z.infer<typeof schema>;\nexport const env: Env = schema.parse(process.env);'),
      zod('', 'type Env = z.infer<typeof schema>;\nexport const env: Env = schema.parse(process.env);'),
    ],
    [
      'zod by require',
      zod(line).replace("import { z } from 'zod'", "const { z } = require('zod')"),
      zod('').replace("import { z } from 'zod'", "const { z } = require('zod')"),
    ],
    ['t3-env, on both sides', t3(`    ${version}: z.string(),\n`, `    ${version}: process.env.${version},\n`), t3()],
    [
      'envalid',
      `import { cleanEnv, str } from 'envalid';\nexport const env = cleanEnv(process.env, { A_B: str(), ${version}: str() });\n`,
      `import { cleanEnv, str } from 'envalid';\nexport const env = cleanEnv(process.env, { A_B: str() });\n`,
    ],
    ['with a quoted key', zod(`  '${version}': z.string(),\n`), zod('')],
  ])('%s', (_, before, after) => {
    expect(survey(before)).toMatchObject({ verdict: 'unread', after });
  });

  test.each([
    [
      'the types of Node.js',
      'declare namespace NodeJS {\n  interface ProcessEnv {\n    A_B: string;\n',
      `    ${version}?: string;\n`,
      '  }\n}\n',
    ],
    ['the types of a bundler', 'interface ImportMetaEnv {\n', `  readonly ${version}: string\n`, '}\n'],
  ])('%s', (_, head, declaration, tail) => {
    expect(survey(head + declaration + tail, 'env.d.ts')).toMatchObject({ verdict: 'unread', after: head + tail });
  });
});

describe('a schema keeps its property', () => {
  const schema = 'what checks this object may want exactly its names';

  test.each([
    ['strict', zod(line).replace('});\n', '}).strict();\n'), schema],
    ['strict by its function', zod(line).replace('z.object', 'z.strictObject'), schema],
    ['exported', zod(line).replace('const schema', 'export const schema'), schema],
    ['looked into', zod(line, 'export const names = Object.keys(schema.shape);'), schema],
    [
      'of Joi',
      `import Joi from 'joi';\nexport const schema = Joi.object({\n  ${version}: Joi.string(),\n});\n`,
      schema,
    ],
    [
      'with the last use of an import',
      `import { cleanEnv, port, str } from 'envalid';\nexport const env = cleanEnv(process.env, { A_B: port(), ${version}: str() });\n`,
      'a name that only it uses would be left over',
    ],
    ['with a comment', zod(`  ${version}: z.string(/* the date */),\n`), 'a comment at it has to be read first'],
    ['below a comment', zod(`  // of the old API\n${line}`), 'a comment at it has to be read first'],
  ])('%s', (_, text, reason) => {
    expect(survey(text)).toEqual({ verdict: 'unread', after: undefined, reasons: [reason] });
  });

  test('on both sides, where one side cannot lose it', () => {
    const text = t3(`    ${version}: z.string(/* date */),\n`, `    ${version}: process.env.${version},\n`);
    expect(survey(text)).toMatchObject({
      after: undefined,
      reasons: ['a comment at it has to be read first', 'a comment at it has to be read first'],
    });
  });
});

describe('what counts as a read', () => {
  test.each([
    ['a read', `export const v = process.env.${version};`],
    ['a read beside a schema', zod(line, `export const v = schema.parse(process.env).${version};`)],
    ['an object that is no schema', `export const env = check({ ${version}: 'x' });`],
    ['a function of the same name from elsewhere', zod(line).replace("'zod'", "'./zod'")],
    ['a string', `export const names = ['${version}'];`],
    ['a default that is set', `process.env.${version} ??= '2024';`],
    ['a copy', `process.env.${version} = process.env.${version} || '2024';`],
    ['a type of another name', `interface Settings { ${version}: string }`],
    ['code that does not parse', `const v = ${version} (`],
  ])('%s', (_, text) => {
    const { verdict } = survey(text);
    expect(verdict === 'read' || surveyCode('a.ts', text, new Set([version])) === undefined).toBe(true);
  });

  test.each([
    ['a comment', `// ${version} was for the old API`],
    [
      'what a test sets',
      `beforeEach(() => {\n  process.env.${version} = '2024';\n});\nafterEach(() => {\n  delete process.env['${version}'];\n});`,
    ],
    ['what a test stubs', `vi.stubEnv('${version}', '2024');`],
  ])('perhaps: %s', (_, text) => {
    expect(survey(text).verdict).toBe('uncertain');
  });
});

test('other languages are not taken apart', () => {
  expect(surveyCode('a.py', `os.environ["${version}"]`, new Set([version]))).toBeUndefined();
});
