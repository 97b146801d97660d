import { createRequire } from 'node:module';
import { observeTimeouts } from '@azure-openai-v1/wire';

/** The releases of the `openai` package that programs are run on. */
export const sdkVersions = ['5.23.2', '7.55.0', '6.49.0', '5.17.0', '4.104.0'] as const;

/** One of `sdkVersions`. */
export type SdkVersion = (typeof sdkVersions)[number];

/** What `import` and `require` of the package and its subpaths give. */
export interface Sdk {
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

const loaded = new Map<SdkVersion, Promise<Sdk>>();

/** Loads one release, which sends through the transport that is set. */
export function loadSdk(version: SdkVersion): Promise<Sdk> {
  const sdk = loaded.get(version) ?? load(version);
  loaded.set(version, sdk);
  return sdk;
}

async function load(version: SdkVersion): Promise<Sdk> {
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
