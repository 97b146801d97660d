import { concernMaker, type Concern } from '../client/concern.ts';

const concerns = {
  host: [
    'manual',
    '{{detail}} is not known to serve `/openai/v1/`; a gateway, proxy, sovereign cloud or emulator must offer the v1 route first',
  ],
  operation: [
    'manual',
    'what follows the deployment is not written out here, so it is not known which requests it serves; pass the deployment as `model` in each of them',
  ],
  'no-v1-form': ['manual', 'the v1 API has no `{{detail}}`'],
  'preview-on-v1': ['review', '`{{detail}}` is in preview on the v1 API; try one request'],
  'request-elsewhere': [
    'manual',
    'no request is seen to use it whose body can be given a `model` here: it may be made elsewhere, or by a function that is not known as an HTTP client; change the URL and the body together',
  ],
  'request-unseen': [
    'manual',
    'not every request that uses it is seen ({{detail}}); change the URL and all bodies together',
  ],
  'request-doubt': ['review', 'a request that is not seen may use it ({{detail}}); look for such uses'],
  'several-urls': [
    'manual',
    'the request at line {{detail}} is made with other URLs too, so one `model` does not fit all; pass the `model` along with each URL',
  ],
  'axios-use': [
    'manual',
    'its axios instance is used as `{{detail}}`, which says nothing of the requests that follow; change the base and all bodies together',
  ],
  'axios-options': ['manual', 'the options of its axios instance are not written out; write them out'],
  'axios-option': [
    'review',
    'its axios instance has the option `{{detail}}`, which may change URLs or bodies; check what it does',
  ],
  'axios-interceptor': [
    'review',
    'its axios instance has an interceptor, which may change URLs or bodies; check what it does',
  ],
  'body-unclear': [
    'manual',
    'the body of the request at line {{detail}} is not an object or form that can be given a `model` here; change both places together',
  ],
  'forwarded-body': [
    'review',
    'its body comes from a caller as it is (line {{detail}}) and may hold properties that the v1 API does not take',
  ],
  'model-call': [
    'review',
    'the `model` of the request at line {{detail}} is worked out by a call, which is no longer made; check that nothing else depends on that call',
  ],
  'deployment-unclear': [
    'manual',
    'the deployment is not available where the body is made (line {{detail}}); change both places together',
  ],
  'version-elsewhere': ['manual', 'no `api-version` is to be seen in it, so something else adds one; remove it there'],
} as const satisfies Record<string, readonly [Concern['grade'], string]>;

/** Makes a concern about a raw request. */
export const requestConcern = concernMaker(concerns);
