import type { WireAnswer } from '../traffic.ts';
import type { Decision } from './decide.ts';

/** One readable line on a request, whatever its names hold; values that could be credentials are not in it. */
export function logLine(method: string, url: URL, answer: WireAnswer, decision: Omit<Decision, 'answer'>): string {
  const { operation, deployment, remark } = decision;
  const meaning =
    operation === undefined ? [] : [`(${operation.slice(operation.indexOf('/') + 1)}${target(deployment)})`];
  const error = answer.error === undefined ? [] : [`${answer.error.code}: ${answer.error.message}`];
  const words = [
    `${method} ${shownUrl(url)} -> ${String(answer.status)}`,
    ...meaning,
    ...error,
    ...(remark === undefined ? [] : [`[${remark}]`]),
  ];
  return words.join(' ').replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, encodeURIComponent);
}

/** Query parameters whose values are never secret. */
const shownParameters: ReadonlySet<string> = new Set(['after', 'api-version', 'deployment', 'limit', 'model', 'order']);

function shownUrl({ origin, pathname, searchParams }: URL): string {
  const query = [...searchParams].map(([name, value]) => `${name}=${shownParameters.has(name) ? value : '***'}`);
  return `${origin}${pathname}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}

function target(deployment: string | undefined): string {
  return deployment === undefined ? '' : ` of ${deployment}`;
}
