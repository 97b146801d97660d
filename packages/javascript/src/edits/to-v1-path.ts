import type { TextEdit } from '@azure-openai-v1/core';
import type { AzurePath } from '../facts/azure-path.ts';
import type { UrlSkeleton } from '../facts/url-skeleton.ts';

/**
 * Puts `v1` in the place of `deployments` and the deployment, or before an operation of the resource; undefined where no
 * single splice can.
 */
export function toV1Path(skeleton: UrlSkeleton, { pathStart, deployment, rest }: AzurePath): TextEdit | undefined {
  const start = pathStart + 'openai/'.length;
  const end = deployment?.end ?? (rest === '/deployments' ? start + 'deployments'.length : undefined);
  if (end === undefined) return skeleton.replace(start - 1, start, '/v1/');
  // The slash behind the deployment joins what stands before and after it into one literal.
  const whole = skeleton.text.charAt(end) === '/' ? skeleton.replace(start, end + 1, 'v1/') : undefined;
  return whole ?? skeleton.replace(start, end, 'v1');
}
