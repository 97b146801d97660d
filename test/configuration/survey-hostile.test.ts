import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { client, reasonsOf, surveyFolder } from './survey-folder.ts';
import { version } from './take-out.ts';

const template = `AZURE_OPENAI_API_KEY=placeholder-key-1\n${version}=2024-10-21\n`;
const files = { 'src/client.ts': client, '.env.example': template };

describe('hostile repositories', () => {
  test.skipIf(process.platform === 'win32')('have pipes, huge files, odd names and loops of links', async () => {
    const { of, report } = await surveyFolder(files, {
      prepare(folder) {
        execFileSync('mkfifo', [join(folder, '.env.sample'), join(folder, 'pipe.py')]);
        writeFileSync(join(folder, 'huge.bin'), '');
        truncateSync(join(folder, 'huge.bin'), 8 * 1024 ** 3);
        mkdirSync(join(folder, 'loop'));
        symlinkSync('.', join(folder, 'loop/loop'));
        symlinkSync('missing', join(folder, 'dangling'));
        writeFileSync(join(folder, 'a\nb\u001b[31m.txt'), version);
      },
    });
    expect(of('.env.sample')).toBeUndefined();
    expect(reasonsOf(of('.env.example'))).toHaveLength(1);
    expect(report.files.map(({ path }) => path)).toEqual(['.env.example', 'src/client.ts']);
  });

  test('have names of properties that objects have by themselves', async () => {
    const { of, read } = await surveyFolder(
      {
        ...files,
        'vercel.json': `{ "env": { "__proto__": "1", "${version}": "2", "constructor": "3" } }`,
        'compose.yml': `services:\n  __proto__:\n    build: .\n    environment:\n      __proto__: 1\n      ${version}: 2\n`,
      },
      { write: true },
    );
    expect(of('vercel.json')?.outcome).toEqual({ kind: 'migrated' });
    expect(read('vercel.json')).toBe('{ "env": { "__proto__": "1", "constructor": "3" } }');
    expect(read('compose.yml')).toBe('services:\n  __proto__:\n    build: .\n    environment:\n      __proto__: 1\n');
  });
});
