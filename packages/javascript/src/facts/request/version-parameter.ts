import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import { hole, type UrlSkeleton } from '../url-skeleton.ts';

/** The `api-version` parameter of a URL that is spelled out. */
export interface VersionParameter {
  /** The version as text, where it is text; otherwise `value` is the expression. */
  readonly text: string | undefined;
  readonly value: TSESTree.Node | undefined;
  /** Takes the parameter out; undefined where no single splice can. */
  readonly edit: TextEdit | undefined;
}

/** Reads the `api-version` parameter of a URL whose query begins at `queryStart`. */
export function readVersionParameter(skeleton: UrlSkeleton, queryStart: number): VersionParameter | undefined {
  const { text } = skeleton;
  let start = queryStart + 1;
  while (start < text.length) {
    const ampersand = text.indexOf('&', start);
    const end = ampersand === -1 ? text.length : ampersand;
    const parameter = text.slice(start, end);
    if (parameter.toLowerCase().startsWith('api-version=')) {
      const version = parameter.slice('api-version='.length);
      const edit = start > queryStart + 1 ? skeleton.replace(start - 1, end, '') : removeFirst(skeleton, start, end);
      return {
        text: version.includes(hole) ? undefined : version,
        value: version === hole ? skeleton.holeAt(end - 1) : undefined,
        edit,
      };
    }
    start = end + 1;
  }
  return undefined;
}

/** The first parameter goes with its `?`, or leaves it to the next parameter. */
function removeFirst(skeleton: UrlSkeleton, start: number, end: number): TextEdit | undefined {
  return end === skeleton.text.length ? skeleton.replace(start - 1, end, '') : skeleton.replace(start, end + 1, '');
}
