import { createRequire } from 'node:module';
import { observeTimeouts } from '@azure-openai-v1/wire';
import type { SdkVersion } from '../sdk-majors.ts';

/** What `import` and `require` of the package and its subpaths give. */
export interface SdkModules {
  readonly import: ReadonlyMap<string, unknown>;
  readonly require: ReadonlyMap<string, unknown>;
}

const require = createRequire(import.meta.url);

let answer: typeof fetch = () => Promise.reject(new Error('No transport was set'));
// Once for the process, since it watches the timers of the process.
const transport = observeTimeouts((...parameters) => answer(...parameters));

const platformFetch = globalThis.fetch;

// Before any release is loaded: release 4 keeps the function that it finds while it is loaded. The SDK tries out forms
// on a URL of scheme `data`, which is no request.
globalThis.fetch = (input, init) => (input === 'data:,' ? platformFetch(input, init) : transport(input, init));

/** Sets what answers every request of this process from now on. */
export function setTransport(transport: typeof fetch): void {
  answer = transport;
}

const loaded = new Map<SdkVersion, Promise<SdkModules>>();

/** Loads one release for programs that bring their own imports; it sends through the transport that is set. */
export function loadModules(version: SdkVersion): Promise<SdkModules> {
  const modules = loaded.get(version) ?? load(version);
  loaded.set(version, modules);
  return modules;
}

async function load(version: SdkVersion): Promise<SdkModules> {
  const name = `openai-${version}`;
  const isFour = version.startsWith('4.');
  if (isFour) {
    // Release 4 takes node-fetch unless it is told to take what is global.
    await import(`${name}/shims/web`);
    require(`${name}/shims/web`);
  }
  const subpaths = isFour ? [''] : ['', '/azure'];
  const imported = subpaths.map(async (path) => [`openai${path}`, (await import(name + path)) as unknown] as const);
  const required = subpaths.map((path) => [`openai${path}`, require(name + path) as unknown] as const);
  return { import: new Map(await Promise.all(imported)), require: new Map(required) };
}
