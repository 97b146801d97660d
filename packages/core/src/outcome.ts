/** Why a file was passed over or could not be finished. Each reason is expected trouble, never a bug. */
export const skipReasons = {
  encoding: 'is not valid UTF-8',
  binary: 'has NUL bytes',
  'too-large': 'is larger than the limit',
  syntax: 'does not parse',
  generated: 'says that it is generated',
  'unsupported-container': 'is of a kind that is not migrated yet',
  symlink: 'is a symbolic link',
  'outside-root': 'lies outside the folder that was named',
  'read-only': 'is not writable',
  'hard-link': 'has a second name, which would keep the old text',
  'changed-meanwhile': 'was changed while this run was going on',
  together: 'changes only together with another file, which could not be changed',
} as const satisfies Record<string, string>;

/** A reason of {@link skipReasons}. */
export type SkipReason = keyof typeof skipReasons;

/** Why a file failed: the tool, not the file, is at fault or the system refused. */
export const failReasons = {
  'self-check': 'would not parse after the migration or would change again',
  read: 'could not be read',
  write: 'could not be written',
  internal: 'met a defect of this program',
} as const satisfies Record<string, string>;

/** A reason of {@link failReasons}. */
export type FailReason = keyof typeof failReasons;

/**
 * What became of one file.
 *
 * - `unchanged`: nothing to do.
 * - `migrated`: edits were written and nothing remains.
 * - `pending`: a dry run has edits that a run with `--write` and the same options would write.
 * - `needs-work`: findings remain that this run does not edit.
 * - `skipped` and `failed`: see their reasons; the file is as it was.
 */
export type Outcome =
  | { readonly kind: 'unchanged' | 'migrated' | 'pending' | 'needs-work' }
  | { readonly kind: 'skipped'; readonly reason: SkipReason; readonly detail?: string }
  | { readonly kind: 'failed'; readonly reason: FailReason; readonly detail?: string };
