import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFiles, writeScript } from './replay-files.ts';
import type { SdkVersion } from './sdk-majors.ts';

/** A folder in which programs run with one release of `openai`. */
export interface ReplayFolder {
  readonly path: string;
  /** The script that runs programs. */
  readonly entry: string;
}

/** What programs would find different each time: each token is another one, so that one that is asked for once and kept shows. */
const standIns = {
  '@azure/identity/index.js': `
class Credential {}
exports.DefaultAzureCredential = Credential;
exports.InteractiveBrowserCredential = Credential;
exports.getBearerTokenProvider = () => {
  let count = 0;
  return async () => \`placeholder-token-\${++count}\`;
};
`,
} as const;

/** Of our own package, the one module that the entry needs: to load all of it takes longer than most programs run. */
const wireModule = new URL('../../packages/wire/dist/runner/to-program-error.js', import.meta.url);
const ownPackage = {
  '@azure-openai-v1/wire/package.json': '{ "type": "module", "exports": "./index.js" }',
  '@azure-openai-v1/wire/index.js': `export * from '${wireModule.href}';`,
} as const;

const require = createRequire(import.meta.url);
const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const folders = new Map<SdkVersion, ReplayFolder>();

/** The folder for a release, made once. */
export function folderFor(release: SdkVersion): ReplayFolder {
  const folder = folders.get(release) ?? makeFolder(release);
  folders.set(release, folder);
  return folder;
}

/** Removes every folder that was made. */
export function removeFolders(): void {
  for (const { path } of folders.values()) rmSync(path, { recursive: true });
  folders.clear();
}

/** Installs a release of `openai` in a folder of packages. */
export function linkSdk(packages: string, release: SdkVersion): void {
  symlinkSync(join(modules, `openai-${release}`), join(packages, 'openai'));
}

function makeFolder(release: SdkVersion): ReplayFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), `replay-${release}-`)));
  const packages = join(path, 'node_modules');
  mkdirSync(packages);
  linkSdk(packages, release);
  symlinkSync(join(modules, 'axios'), join(packages, 'axios'));
  symlinkSync(dirname(findNodeFetch()), join(packages, 'node-fetch'));
  writeFiles(packages, { ...standIns, ...ownPackage });
  writeFiles(path, { 'package.json': '{ "type": "module" }' });
  const entry = fileURLToPath(new URL('replay-entry.ts', import.meta.url));
  return { path, entry: writeScript(join(path, 'entry'), entry, readFileSync(entry, 'utf8')) };
}

/** The `node-fetch` that openai 4 depends on. */
function findNodeFetch(): string {
  return createRequire(require.resolve('openai-4.104.0')).resolve('node-fetch/package.json');
}
