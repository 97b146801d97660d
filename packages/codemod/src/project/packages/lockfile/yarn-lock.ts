import type { LockedLookup } from './locked-request.ts';

/**
 * Opens `yarn.lock`, of the classic form and of the newer one: in both, a line at the beginning lists what is asked for,
 * and an indented one below has the version.
 */
export function openYarnLock(text: string): LockedLookup {
  const versions = new Map<string, string>();
  let descriptors: readonly string[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (/^[^\s#]/.test(line)) descriptors = descriptorsOf(line);
    const version = /^ {2}version:? "?([^"\s]+)"?\s*$/.exec(line)?.[1];
    if (version !== undefined) for (const descriptor of descriptors) versions.set(descriptor, version);
  }
  return ({ dependency, specifiers }) =>
    specifiers
      .flatMap((specifier) => [`${dependency}@${specifier}`, `${dependency}@npm:${specifier}`])
      .map((descriptor) => versions.get(descriptor))
      .find((version) => version !== undefined);
}

/** `openai@^4.1.0, "openai@>=4 <5":` or `"openai@npm:^4.1.0, openai@npm:>=4 <5":` */
function descriptorsOf(line: string): readonly string[] {
  const descriptors = line.replace(/:\s*$/, '').replaceAll('"', '').split(',');
  return descriptors.map((descriptor) => descriptor.trim());
}
