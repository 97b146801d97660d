import { scenarios } from '../scenario.ts';
import { type Answer, dataAnswer, textAnswer } from './answer.ts';
import { picture } from './answers/images.ts';
import type { ServiceState } from './service-state.ts';

/** Steers a service from outside, for test suites in any language: `/_wire/scenario/<name>`, `/_wire/reset`, `/_wire/log`. */
export function control(method: string, path: string, state: ServiceState): Answer {
  if (method === 'GET' && path === '/log') return textAnswer(state.log.map((line) => `${line}\n`).join(''));
  if (method === 'GET' && path.startsWith('/images/')) return dataAnswer('image/png', Buffer.from(picture, 'base64'));
  if (method === 'POST' && path === '/reset') {
    state.reset();
    return textAnswer('Nothing is recorded now.\n');
  }
  const scenario = scenarios.find((name) => path === `/scenario/${name}`);
  if (method !== 'POST' || scenario === undefined) return textAnswer(`${usage}\n`, 404);
  state.setScenario(scenario);
  return textAnswer(`The scenario is ${scenario} now.\n`);
}

const usage =
  'POST /_wire/scenario/<name>, POST /_wire/reset or GET /_wire/log. ' + `The scenarios are ${scenarios.join(', ')}.`;
