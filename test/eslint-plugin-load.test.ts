import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const heavy = /[\\/]node_modules[\\/](?:typescript|@typescript-eslint[\\/](?:parser|typescript-estree))[\\/]/;

test('the built plugin loads neither TypeScript nor a parser', () => {
  expect(loadedBy('eslint-plugin-azure-openai-v1')).toEqual([]);
});

test('the probe sees what the parse export loads', () => {
  expect(loadedBy('@azure-openai-v1/javascript/parse')).not.toEqual([]);
});

/** Lists the heavy modules that a fresh process holds after it imported a package; all of them are CommonJS. */
function loadedBy(specifier: string): readonly string[] {
  const script = `
    import { Module } from 'node:module';
    await import(${JSON.stringify(specifier)});
    console.log(JSON.stringify(Object.keys(Module._cache)));
  `;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    encoding: 'utf8',
  });
  return (JSON.parse(output) as string[]).filter((path) => heavy.test(path));
}
