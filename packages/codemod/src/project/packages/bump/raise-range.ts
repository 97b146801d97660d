import { apiKeyHeaderFixedSince, functionApiKeySince } from '@azure-openai-v1/knowledge';
import semver from 'semver';

/** A range whose lower end was raised, and the lowest version that it admits. */
export interface RaisedRange {
  readonly range: string;
  readonly lowest: string;
}

/** The lowest release that takes a token provider as `apiKey`. */
const lowest = functionApiKeySince;

/**
 * The one for ranges that admit nothing newer: until this release `AzureOpenAI` sends a string key with the wrong header,
 * and such a client may stay behind. Wider ranges are installed as newer releases.
 */
const narrow = semver.gt(apiKeyHeaderFixedSince, lowest) ? apiKeyHeaderFixedSince : lowest;

/** Where the next major begins, which nobody has looked at. */
const end = String(semver.major(lowest) + 1);

const version = String.raw`v?\d+(?:\.(?:\d+|x|\*)){0,2}`;
const suffix = String.raw`(?:-[\w.-]+)?`;

/** The ways to write a range, and what each becomes. */
const styles: readonly (readonly [form: RegExp, raise: (sign: string) => RaisedRange])[] = [
  [new RegExp(String.raw`^(\^ ?)${version}${suffix}$`, 'i'), (sign) => ({ range: `${sign}${lowest}`, lowest })],
  [
    new RegExp(String.raw`^(~>? ?)${version}${suffix}$`, 'i'),
    (sign) => ({ range: `${sign}${narrow}`, lowest: narrow }),
  ],
  [new RegExp(String.raw`^(>= ?)${version}${suffix}$`, 'i'), (sign) => ({ range: `${sign}${lowest} <${end}`, lowest })],
  [new RegExp(String.raw`^(= ?|v|)\d+\.\d+\.\d+${suffix}$`), (sign) => ({ range: `${sign}${narrow}`, lowest: narrow })],
  // `4`, `4.x`: as such they cannot say where within a major they begin.
  [new RegExp(String.raw`^()${version}$`, 'i'), () => ({ range: `^${lowest}`, lowest })],
];

/**
 * Raises a range to what a token provider as `apiKey` needs, in the way in which it is written. A range without an upper
 * end gets one, since it would be installed as a later major. Undefined where it is written in several parts.
 */
export function raiseRange(range: string): RaisedRange | undefined {
  for (const [form, raise] of styles) {
    const match = form.exec(range);
    if (match) return raise(match[1] ?? '');
  }
  return undefined;
}
