import { describe, expect, test } from 'vitest';
import { runCli, type CliResult } from './run-cli.ts';
import { asking, change, git, legacyProgram, makeRepository, sendByHand, v1Program } from './verify-project.ts';

function verify(folder: string, ...words: readonly string[]): CliResult {
  const { code, stdout, stderr } = runCli(folder, ['verify', ...words]);
  return { code, stdout, stderr: stderr.replaceAll(/\b[0-9a-f]{10}\b/g, '0123456789') };
}

const entry = ['--entry', 'a.js'];

describe('what a verification comes to', () => {
  test('a right migration of TypeScript with the SDK sends the same', () => {
    const folder = makeRepository({ 'src/ask.ts': legacyProgram });
    change(folder, { 'src/ask.ts': v1Program });
    const scenarios = ['--scenario', 'ok', '--scenario', 'limited-once'];
    expect(verify(folder, '--entry', 'src/ask.ts', ...scenarios, '--', 'How are you?')).toMatchSnapshot();
  });

  test('a wrong migration does not', () => {
    const folder = makeRepository({ 'a.js': sendByHand('legacy') });
    change(folder, { 'a.js': sendByHand('v1').replace('model: deployment', "model: 'gpt-4o'") });
    expect(verify(folder, ...entry)).toMatchSnapshot();
    const { code, stdout } = verify(folder, ...entry, '--format', 'json');
    expect(code).toBe(1);
    const report = JSON.parse(stdout) as { commit: string };
    expect(report.commit).toBe(git(folder, ['rev-parse', 'HEAD']));
    expect({ ...report, commit: '' }).toMatchSnapshot();
  });

  test('a class that changed its name alone takes the key to another host', () => {
    const folder = makeRepository({ 'src/ask.mts': legacyProgram });
    change(folder, { 'src/ask.mts': v1Program.replace(/baseURL.*\n/, '\n') });
    const { code, stdout } = verify(folder, '--entry', 'src/ask.mts');
    expect(code).toBe(1);
    expect(stdout).toContain('after   POST https://api.openai.com/v1/chat/completions');
    expect(stdout).toMatch(/^ {2}leak /m);
  });

  test('nothing is migrated yet', () => {
    expect(verify(makeRepository({ 'a.js': sendByHand('legacy') }), ...entry)).toMatchSnapshot();
  });

  test('nothing is sent', () => {
    expect(verify(makeRepository({ 'a.js': 'console.log(1);\n' }), ...entry)).toMatchSnapshot();
  });

  test('both runs fail before they send anything', () => {
    const { code, stdout } = verify(makeRepository({ 'a.js': "import './gone.js';\n" }), ...entry);
    expect(code).toBe(1);
    expect(stdout).toContain("Both runs ended with exit code 1: Error: Cannot find module './gone.js'");
    expect(stdout).toContain('Nothing is proven');
  });

  test('a run does not end', () => {
    const folder = makeRepository({ 'a.js': `${asking('models')}setInterval(() => {}, 1000);\n` });
    const { stdout } = verify(folder, ...entry, '--timeout', '2');
    expect(stdout).toContain('Both runs ended with SIGKILL: Timeout: The program was ended after 2 s.');
  });
});

test('--before names the commit', () => {
  const folder = makeRepository({ 'a.js': asking('models/one') });
  change(folder, { 'a.js': asking('models/two') });
  git(folder, ['commit', '--quiet', '--all', '--message', 'Go on']);
  expect(verify(folder, ...entry).code).toBe(0);
  expect(verify(folder, ...entry, '--before', 'HEAD~1').code).toBe(1);
});

test('a token provider is told how to do without the key', () => {
  const provider = legacyProgram.replace(/apiKey: .*/, "azureADTokenProvider: async () => 'token-1',");
  const folder = makeRepository({ 'a.ts': provider });
  const { code, stdout } = verify(folder, '--entry', 'a.ts');
  expect(code).toBe(1);
  expect(stdout).toContain('add --env AZURE_OPENAI_API_KEY=\n');
  expect(verify(folder, '--entry', 'a.ts', '--env', 'AZURE_OPENAI_API_KEY=').code).toBe(0);
});

test('--env gives variables, and the program sees no others', () => {
  const { ONE, VITEST, OPENAI_API_VERSION } = { ONE: 'a=b', VITEST: 'true', OPENAI_API_VERSION: '' };
  const names = '${[process.env.ONE, process.env.VITEST, process.env.OPENAI_API_VERSION].join()}';
  const folder = makeRepository({ 'a.js': asking(names) });
  const given = ['--env', `ONE=${ONE}`, '--env', 'VITEST', '--env', `OPENAI_API_VERSION=${OPENAI_API_VERSION}`];
  expect(verify(folder, ...entry, ...given).stdout).toContain(`/openai/v1/${ONE},${VITEST},  404`);
  expect(verify(folder, ...entry).stdout).toContain('/openai/v1/,,2024-10-21  404');
});

test('--deployment says which models there are', () => {
  const folder = makeRepository({
    'a.js': sendByHand('legacy').replace('{ messages }', '{ messages, max_tokens: 5 }'),
  });
  expect(verify(folder, ...entry).stdout).toContain('2024-10-21  200');
  expect(verify(folder, ...entry, '--deployment', 'support-chat=o4-mini').stdout).toContain('2024-10-21  400');
});

test('neither a key of the code nor one from --env is printed, in any format', () => {
  const broken = `${sendByHand('legacy', "'placeholder-key-of-the-code'")}
    await fetch(\`https://example.com/\${process.env.MY_TOKEN}?code=words-behind-code\`);
    throw new Error(\`refused: \${process.env.MY_TOKEN} placeholder-key-of-the-code\`);\n`;
  const folder = makeRepository({ 'a.js': broken });
  change(folder, { 'a.js': broken.replace('support-chat', 'other-chat') });
  for (const format of ['pretty', 'json']) {
    const { code, stdout, stderr } = verify(folder, ...entry, '--env', 'MY_TOKEN=words-of-mine', '--format', format);
    expect(code).toBe(1);
    expect(stdout).toContain('refused: *** ***');
    expect(stdout + stderr).not.toMatch(/words-of-mine|words-behind-code|placeholder-key-of-the-code/);
  }
});

test('what a program says cannot give orders to a terminal', () => {
  const folder = makeRepository({ 'a.js': `${asking('models')}throw new Error('a\\u001B[2Jb\\n::error::c');\n` });
  const { stdout } = verify(folder, ...entry);
  expect(stdout).toContain('a\\x1b[2Jb\\x0a::error::c');
  expect(stdout).not.toMatch(/[\0-\x09\x0B-\x1F\x7F-\x9F]/);
});
