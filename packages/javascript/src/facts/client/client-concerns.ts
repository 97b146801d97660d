import type { Concern } from './concern.ts';

/** The concerns about a client: how much each weighs, and a clause that completes "…, because …". */
export const clientConcerns = {
  'options-unknown': [
    'manual',
    'its options are not written out in this file ({{detail}}); write the option object at the `new`, or move this client by hand',
  ],
  'options-shared': [
    'manual',
    'its option object `{{detail}}` has other uses; give the client an object of its own, or move all uses by hand',
  ],
  'option-unknown': [
    'manual',
    '`{{detail}}` is no option of `AzureOpenAI`, so what it was meant to do must be decided by a person',
  ],
  'endpoint-host': [
    'manual',
    'its endpoint ({{detail}}) is not known to serve `/openai/v1/`; a gateway, proxy, sovereign cloud or project must offer the v1 route first',
  ],
  'endpoint-path': ['manual', 'its URL already has a path or query; write the v1 URL that it should have'],
  'base-url-opaque': [
    'manual',
    'its `baseURL` comes from elsewhere and may already hold a deployment; set the value to `…/openai/v1/` and pass the deployment as `model`',
  ],
  'base-url-twice': [
    'manual',
    'it has both `endpoint` and `baseURL`, which the SDK refuses; keep the one that is meant',
  ],
  'key-and-provider': [
    'manual',
    'it has both an API key and a token provider, which the SDK refuses when both are set; keep the one that is meant',
  ],
  'environment-hidden': [
    'manual',
    'something else is called `{{detail}}` here, so the variable that `AzureOpenAI` reads by itself cannot be written out; give it another name',
  ],
  'option-undefined': [
    'manual',
    'its option `{{detail}}` may be undefined, and then `AzureOpenAI` reads another variable than `OpenAI` does; make it certain',
  ],
  'left-over': [
    'review',
    'it has options that only `AzureOpenAI` reads, so its requests did not go where they seem to',
  ],
  'left-over-unclear': [
    'manual',
    'it has options that only `AzureOpenAI` reads but no endpoint; decide whether it is meant to talk to Azure',
  ],
  'custom-fetch': [
    'review',
    'its `fetch` is a function of this file that does more than pass the request on; it sees the URL and the headers that change',
  ],
  'provider-version': [
    'manual',
    "a token provider as `apiKey` needs `openai` {{detail}}; an older SDK would send the function's source text as the credential",
  ],
  'sdk-major': ['review', 'its token provider takes `openai` across a major version, as {{detail}}'],
  'provider-called': ['manual', 'the token provider is called here, which freezes one token; pass the function itself'],
  'provider-browser': [
    'review',
    '`AzureOpenAI` allows browsers by itself when it has a token provider, `OpenAI` does not; add `dangerouslyAllowBrowser: true` if this runs in one',
  ],
  'provider-embeddings': [
    'review',
    'embeddings with a Microsoft Entra ID token on the v1 API are documented both as unsupported and as working; try one call',
  ],
  'version-setting': [
    'manual',
    'its API version (`{{detail}}`) is a setting of your own program; decide what that setting means on the v1 API, which has no versions',
  ],
  'version-elsewhere': [
    'review',
    'its API version comes from `{{detail}}`, which does more than read a constant; check that nothing else depends on it',
  ],
  'version-foreign': [
    'manual',
    'its API version is none of Azure OpenAI, so it probably talks to another service; decide what that service offers',
  ],
  'half-migrated': [
    'review',
    'it already points at `/openai/v1` while `AzureOpenAI` still adds deployment paths or an `api-version`, so it does not send what it seems to',
  ],
  'query-unknown': ['manual', 'its `{{detail}}` is not written out in this file and may hold an `api-version`'],
  'second-credential': [
    'manual',
    'it sends a second credential as a header beside its own; keep the one that is meant',
  ],
  'headers-unknown': [
    'review',
    'its `defaultHeaders` are not written out at the client and may hold a credential; look at them',
  ],
  'header-credential': [
    'review',
    'its credential was the `api-key` header and becomes `apiKey`; check that the value is the Azure key',
  ],
  'deployment-unclear': [
    'manual',
    'its deployment (`{{detail}}`) is not available where its calls are made; make it a constant that they can use',
  ],
  'deployment-repeated': [
    'review',
    'its deployment is the result of a call (`{{detail}}`), which is made again for each request',
  ],
  'deployment-exported': [
    'review',
    'its deployment (`{{detail}}`) has to be exported for calls in other files; check that nothing forbids another export there',
  ],
  'deployment-imported': [
    'review',
    'a file that makes calls has to import the deployment (`{{detail}}`) from a file that it did not import; check that this makes no cycle',
  ],
  'deployment-memoized': [
    'manual',
    "the client is kept and reused, so its deployment is the first caller's whatever the others ask for",
  ],
  'deployment-conflict': [
    'manual',
    'one call is made with clients of different deployments or providers; pass the `model` that belongs to each',
  ],
  'deployment-fallback': [
    'review',
    'its deployment may be empty at run time, and then the `model` that a request brings along counted; make the deployment certain',
  ],
  'deployment-name': [
    'manual',
    'its deployment name is encoded or composed in a way that cannot be copied as the `model`; make it a constant',
  ],
  'model-call': [
    'review',
    'the `model` of a request is worked out by a call, which is no longer made; check that nothing else depends on that call',
  ],
  'model-missing': ['manual', 'a call names no `model` and the client no deployment'],
  'call-unclear': ['manual', 'the request of a call is not an object that can be given a `model` here'],
  'leaves-with-deployment': [
    'manual',
    'it has a deployment and leaves this file ({{detail}}); callers elsewhere must pass the deployment as `model`',
  ],
  'leaves-file': ['review', 'it leaves this file ({{detail}}); check the code that uses it elsewhere'],
  'may-leave': ['review', 'code that is not seen may use it ({{detail}}); check that code'],
  'file-fixed': ['manual', 'a file that has to change with it cannot be changed: {{detail}}'],
  'file-doubtful': ['review', 'TypeScript would find a new error in a file that changes ({{detail}})'],
  'open-field': [
    'review',
    'it is kept in the field `{{detail}}`, which code outside the class can reach; check for such uses',
  ],
  'no-v1-form': ['manual', 'it uses `{{detail}}`, which the v1 API does not have'],
  'preview-on-v1': ['review', 'it uses `{{detail}}`, which is in preview on the v1 API; try one call'],
  'unknown-member': ['manual', 'it uses `{{detail}}`, of which it is not known what it does on the v1 API'],
  'azure-member': ['manual', 'it reads `{{detail}}`, which `OpenAI` does not have or has with another value'],
  'with-options': ['manual', 'it is copied by `withOptions` with {{detail}}; copies differ between SDK versions'],
  'with-options-plain': [
    'review',
    "it is copied by `withOptions`, which lost the API version in some SDK versions; check the copy's calls",
  ],
  'per-request': ['manual', 'a call sets `{{detail}}` for itself; remove it or move this client by hand'],
  'request-options': [
    'review',
    'a call has {{detail}} that are not written out in this file and may set a credential, a path or a version; look at them',
  ],
  'unscoped-on-deployment': [
    'manual',
    'it calls `{{detail}}` on a deployment URL, which has no such operation; check what is meant',
  ],
  instanceof: [
    'manual',
    'this file asks `instanceof AzureOpenAI`, which would turn false; decide by something else first',
  ],
  asserted: ['review', 'this file also asserts or answers what the old client sends; change both in one step'],
  mocked: ['manual', 'this file mocks `AzureOpenAI`; change the mock together with the code it stands for'],
  'types-left': ['review', 'a type in this file still names `AzureOpenAI` for another client'],
  comment: ['review', 'a comment stands inside the code that is replaced'],
} as const satisfies Record<string, readonly [Concern['grade'], string]>;
