import { classifyHost } from '@azure-openai-v1/knowledge';
import type { Exchange } from '../traffic.ts';
import { readAddress } from './address.ts';
import { retryCountOf } from './compare-headers.ts';
import type { Finding } from './difference.ts';

/** What to say about a request that has no counterpart. */
export function unpairedFinding(side: 'added' | 'missing', index: number, exchanges: readonly Exchange[]): Finding {
  const exchange = exchanges[index];
  if (exchange === undefined) return { kind: `request-${side}`, text: 'the request is not known' };
  const { origin, host } = readAddress(exchange.request.url);
  if (side === 'added' && classifyHost(host) === 'not-azure-openai') {
    return { kind: 'leak', text: `a request that was not made before goes to ${origin}` };
  }
  if (isRepetition(exchange, exchanges.slice(0, index))) {
    const text = side === 'added' ? 'it is tried again, and was not' : 'it was tried again, and is not';
    return { kind: 'retries', text };
  }
  return { kind: `request-${side}`, text: side === 'added' ? 'it was not sent before' : 'it is not sent any more' };
}

/** A request that its client says to be a retry, or that is sent again after a failure. */
function isRepetition({ request }: Exchange, earlier: readonly Exchange[]): boolean {
  if (retryCountOf(request) > 0) return true;
  return earlier.some(
    (other) =>
      other.answer.status >= 400 &&
      other.request.method === request.method &&
      other.request.url === request.url &&
      Buffer.compare(other.request.body, request.body) === 0,
  );
}
