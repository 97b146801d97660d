import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseCommandLine, type MigrateRequest } from 'azure-openai-v1';

const cli = fileURLToPath(new URL('./dist/cli.js', import.meta.resolve('azure-openai-v1/package.json')));
const example = fileURLToPath(new URL('../../../fixtures/projects/support-desk/before', import.meta.url));

const words = process.argv.slice(2);
const request = await readExampleRequest(words);
process.exitCode = request ? await migrateExample(request) : await runCli(['migrate', ...words], process.cwd());

/** Asks the command line's own definition whether paths are named; undefined when the command line answers by itself. */
async function readExampleRequest(words: readonly string[]): Promise<MigrateRequest | undefined> {
  if (words.some((word) => word === '--help' || word === '--version')) return undefined;
  try {
    const invocation = await parseCommandLine(['migrate', ...words]);
    return invocation?.command === 'migrate' && invocation.namesNoPath ? invocation.request : undefined;
  } catch {
    // The command line says what is wrong, and ends with its own exit code.
    return undefined;
  }
}

/** Migrates a copy of the bundled example, which is thrown away. */
async function migrateExample(request: MigrateRequest): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'azure-openai-v1-'));
  const { format, output, deployments, deploymentList, config, includeReview } = request;
  const options = [
    ...(includeReview ? ['--include-review'] : []),
    ...(output === undefined ? [] : ['--output', resolve(output)]),
    ...[...deployments].flatMap(([name, model]) => ['--deployment', `${name}=${model}`]),
    ...(deploymentList === undefined ? [] : ['--deployments', resolve(deploymentList)]),
    ...(config === undefined ? [] : ['--config', resolve(config)]),
  ];
  try {
    process.stderr.write('No path was named: this is the bundled example, in a temporary copy.\n\n');
    cpSync(example, folder, { recursive: true });
    return await runCli(['migrate', '--write', '--format', format, ...options], folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runCli(words: readonly string[], cwd: string): Promise<number> {
  const child = spawn(process.execPath, [cli, ...words], { cwd, stdio: 'inherit' });
  return await new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => {
      done(code ?? 1);
    });
  });
}
