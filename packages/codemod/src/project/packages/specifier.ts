import semver from 'semver';

/** What a package.json says that it wants of the `openai` package. */
export type Specifier =
  /** A range of versions; `prefix` is what stands before it, such as `npm:openai@`. */
  | { readonly kind: 'range'; readonly prefix: string; readonly range: string }
  /** The range stands in a catalog of the workspace. */
  | { readonly kind: 'catalog'; readonly name: string }
  /** Another package under this name. */
  | { readonly kind: 'foreign' }
  /** A tag, a folder, a repository, a package of the workspace. */
  | { readonly kind: 'other' };

const longest = 256;

/** Reads what stands behind `"openai":`. */
export function readSpecifier(text: string): Specifier {
  const trimmed = text.trim();
  if (trimmed.length > longest) return { kind: 'other' };
  const [catalog, name = ''] = /^catalog:(.*)$/.exec(trimmed) ?? [];
  if (catalog !== undefined) return { kind: 'catalog', name: name === '' ? 'default' : name };
  const patched = /^patch:openai@(?:npm%3A|npm:)?([^#]+)/.exec(trimmed);
  // A patched package is edited by its own tool, so nothing is a range here that could be raised.
  if (patched) return { kind: 'range', prefix: 'patch:', range: decode(patched[1] ?? '') };
  const alias = /^npm:((?:@[^/@]+\/)?[^/@]*[a-z][^/@]*)(?:@(.*))?$/i.exec(trimmed);
  if (alias && alias[1] !== 'openai' && !isRange(alias[1] ?? '')) return { kind: 'foreign' };
  const [, prefix = '', range = ''] = /^(npm:(?:openai(?:@|$))?)?(.*)$/.exec(trimmed) ?? [];
  return isRange(range) ? { kind: 'range', prefix, range: range === '' ? '*' : range } : { kind: 'other' };
}

/** The lowest version that a range admits; undefined where any version will do. */
export function lowestOf(range: string): string | undefined {
  const valid = range.length > longest ? null : semver.validRange(range);
  const version = valid === null || valid === '*' ? undefined : semver.minVersion(valid)?.version;
  return version === '0.0.0' ? undefined : version;
}

function isRange(text: string): boolean {
  return semver.validRange(text) !== null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
