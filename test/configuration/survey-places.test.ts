import { describe, expect, test } from 'vitest';
import { client, reasonsOf, surveyFolder } from './survey-folder.ts';
import { version } from './take-out.ts';

const template = `AZURE_OPENAI_API_KEY=placeholder-key-1\n${version}=2024-10-21\n`;
const templateAfter = 'AZURE_OPENAI_API_KEY=placeholder-key-1\n';
const files = { 'src/client.ts': client, '.env.example': template };

describe('where it looks', () => {
  test('in the whole repository, and writes only what was named', async () => {
    const texts = { 'apps/web/src/client.ts': client, '.env.example': template, 'apps/web/.env.sample': template };
    const options = { sources: ['apps/web/src/client.ts'], paths: ['apps/web'], write: true };
    const { of, read } = await surveyFolder(texts, options);
    expect(reasonsOf(of('.env.example'))).toEqual(['manual: this file lies outside of what was named.']);
    expect([read('.env.example'), read('apps/web/.env.sample')]).toEqual([template, templateAfter]);
    const reader = await surveyFolder({ ...texts, 'apps/api/a.py': version }, options);
    expect(reader.of('apps/web/.env.sample')).toBeUndefined();
  });

  test('without git in the highest folder of a package', async () => {
    const texts = {
      'package.json': '{}',
      'tools/a.py': '',
      'web/package.json': '{}',
      'web/src/client.ts': client,
      'web/.env.example': template,
    };
    const options = { git: false, paths: ['web'], sources: ['web/src/client.ts'] };
    expect((await surveyFolder(texts, options)).of('web/.env.example')?.outcome).toEqual({ kind: 'pending' });
    expect((await surveyFolder({ ...texts, 'tools/a.py': version }, options)).of('web/.env.example')).toBeUndefined();
  });

  test('in files with real values that git ignores, at their names only', async () => {
    const real = `${version}=placeholder-key-1\nSECRET_OF_IT=\${${version}}\n`;
    const { of, read } = await surveyFolder(
      {
        ...files,
        'package.json': '{}',
        '.gitignore': '.env*\n!.env.example\nlocal.settings.json\n',
        '.env.local': real,
        'local.settings.json': `{ "Values": { "${version}": "placeholder" } }`,
      },
      { write: true },
    );
    expect(reasonsOf(of('.env.local'))).toEqual(['manual: this file holds real values and is never written.']);
    expect(reasonsOf(of('local.settings.json'))).toEqual(['manual: this file holds real values and is never written.']);
    expect([read('.env.local'), read('.env.example')]).toEqual([real, templateAfter]);
  });

  test('nowhere without a change and a client', async () => {
    const texts = { 'src/client.ts': 'export {};\n', '.env.example': template };
    expect((await surveyFolder(texts)).report.files).toEqual([]);
  });

  test('for versions of the old API where code is on the v1 API, and then only for what can be taken out', async () => {
    const moved = "new OpenAI({ baseURL: 'https://desk.openai.azure.com/openai/v1/' });\n";
    const texts = { 'src/client.ts': moved, '.env.example': `${template}SUPPORT_API_VERSION=1\n` };
    const { report } = await surveyFolder({ ...texts, '.env': template, 'README.md': version });
    expect(report.files).toMatchObject([{ path: '.env.example', findings: [{ grade: 'review' }] }]);
    const uncertain = await surveyFolder({ ...texts, 'a.txt': version });
    expect(uncertain.report.files).toEqual([]);
  });
});

describe('OPENAI_BASE_URL', () => {
  const text = '# OPENAI_BASE_URL=\nOPENAI_BASE_URL=https://placeholder\n';

  test('is reported wherever it is set, while there is a client that prefers it', async () => {
    const compose = 'services:\n  web:\n    build: .\n    environment: [OPENAI_BASE_URL=x]\n';
    const { of } = await surveyFolder({
      'src/client.ts': client,
      '.env.example': text,
      '.env': text,
      'compose.yml': compose,
      'README.md': 'OPENAI_BASE_URL\n',
    });
    for (const [path, line] of [
      ['.env.example', 2],
      ['.env', 2],
      ['compose.yml', 4],
    ] as const) {
      expect(of(path)?.findings).toMatchObject([{ grade: 'manual', range: { start: { line } } }]);
      expect(of(path)?.findings[0]?.message).toContain('`AzureOpenAI` takes its address from `OPENAI_BASE_URL`');
    }
    expect(of('README.md')).toBeUndefined();
  });

  test('is nothing without such a client', async () => {
    const { report } = await surveyFolder({
      'src/client.ts': "new OpenAI({ baseURL: 'https://a/openai/v1' });\n",
      '.env.example': text,
    });
    expect(report.files).toEqual([]);
  });
});
