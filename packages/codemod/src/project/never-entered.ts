/** Folders of packages, version control and build results: nothing in them is source, whatever `.gitignore` says. */
const names: ReadonlySet<string> = new Set([
  'node_modules',
  'dist',
  '.git',
  '.yarn',
  '.next',
  '.nuxt',
  '.output',
  '.svelte-kit',
]);

/** Finds the first folder of a relative path that is never entered; also files such as `.pnp.cjs` that stand for one. */
export function neverEntered(relativePath: string): string | undefined {
  return relativePath.split(/[\\/]/).find((name) => names.has(name) || name.startsWith('.pnp.'));
}
