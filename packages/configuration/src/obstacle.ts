/** Why it is not certain that nothing reads a variable; `{{detail}}` is a path or a name. */
export const doubts = {
  used: '{{detail}} still mentions it',
  unread: '{{detail}} could not be searched for it',
  unparsable: 'this file does not parse',
  composed: '{{detail}} may put its name together from pieces',
  library: '{{detail}} names a library that reads it by itself',
  image: 'it goes to a container image that is not built here ({{detail}})',
  action: 'it goes to an action of somebody else ({{detail}})',
} as const satisfies Record<string, string>;

/** Why a variable that nothing reads is left to a person. */
export const hindrances = {
  'real-values': 'this file holds real values and is never written',
  format: 'it stands in a form that is not edited',
  prose: 'the text around it has to be written anew',
  outside: 'this file lies outside of what was named',
  changing: 'this file changes in the same run',
  generated: 'this file is made from another one',
  many: 'it stands here too many times',
  'several-lines': 'a quoted value in this file runs over several lines',
  'shared-line': 'it shares a line with something else',
  comment: 'a comment at it has to be read first',
  anchor: 'other entries refer to it or are merged with it',
  'only-entry': 'nothing else stands around it',
  schema: 'what checks this object may want exactly its names',
  'left-over': 'a name that only it uses would be left over',
  check: 'this file would not say the same without it',
} as const satisfies Record<string, string>;

/** Why a setting stays. */
export interface Obstacle {
  readonly reason: keyof typeof doubts | keyof typeof hindrances;
  /** A path or a name, never a value. */
  readonly detail?: string;
}

/** Tells whether an obstacle is a doubt that the variable is read no more. */
export function isDoubt({ reason }: Obstacle): boolean {
  return reason in doubts;
}

/** Puts an obstacle into words. */
export function describeObstacle({ reason, detail = '' }: Obstacle): string {
  return { ...doubts, ...hindrances }[reason].replace('{{detail}}', () => (detail === '' ? '' : `\`${detail}\``));
}
