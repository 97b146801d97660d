import { concernMaker, type Concern } from '../client/concern.ts';

const concerns = {
  together: ['review', 'it must change together with the code it stands for, which this file does not show'],
  'both-names': ['manual', 'it provides `OpenAI` as well; decide which of the two stands for the migrated client'],
  'default-export': [
    'manual',
    'it provides a default export as well, which migrated code uses where it has the default import already; decide which of the two stands for the migrated client',
  ],
  'exports-unknown': ['manual', 'what it provides is not written out here; look for `AzureOpenAI` where that is made'],
  'both-classes': [
    'manual',
    'this file looks at `OpenAI` as well (line {{detail}}), and could not tell the two apart any more; decide what each of its tests is about',
  ],
  'not-the-class': ['manual', 'it says what is no `AzureOpenAI` (line {{detail}}); say what it is instead'],
  'default-import': [
    'manual',
    'this file has the default import of `openai`, which is another export of the mock than `OpenAI`; decide which of the two the test is about',
  ],
  'same-path': [
    'manual',
    'another answer of this file differs from it only by the deployment (line {{detail}}); tell the two apart by the `model` of the body',
  ],
  'too-many': ['manual', 'there are more than a hundred of them in this file; change them all in one step'],
  'name-taken': ['manual', 'something else in this file is called `OpenAI`; rename that first'],
  'builds-client': [
    'manual',
    'this file builds an `AzureOpenAI` itself (line {{detail}}); move that client and its mock in one step',
  ],
  'other-use': [
    'manual',
    'this file uses the class for something else as well (line {{detail}}); change both in one step',
  ],
  'options-open': ['manual', 'the options that it expects are not all written out here'],
  'endpoint-unknown': ['manual', 'the endpoint that it expects is not written out here, or is none of Azure OpenAI'],
  'nothing-left': [
    'manual',
    'nothing would be left of what it expects; take it out, or assert the `model` of the request instead',
  ],
  'implied-options': [
    'manual',
    'it compares all options, and the migrated client names some that the old one read from the environment',
  ],
  'token-provider': [
    'manual',
    'the token provider becomes `apiKey` only with `openai` 5.18.0 or newer; look at what the code it tests does',
  ],
  'option-read': ['manual', 'it looks at one option alone; say there what the migrated client has instead'],
  gateway: [
    'manual',
    '{{detail}} is not known to serve `/openai/v1/`, so the code it stands for may have to stay; change it only when that code has changed',
  ],
  'test-input': [
    'manual',
    'the same URL is also what the test gives to the code; find out whether the code only passes it on',
  ],
  'place-unclear': ['manual', 'what it is compared with is not seen to be the URL of a request'],
  operation: ['manual', 'what follows the deployment is not written out here; say which operation is meant'],
  pattern: ['manual', 'it is a pattern that may mean more than one request; write the pattern for `/openai/v1/`'],
  'path-parameter': [
    'manual',
    'its handler reads the deployment from the path; read it from the `model` of the body instead',
  ],
  fragment: ['manual', 'it is only a part of the path here; look at what the whole of it is'],
  base: ['manual', 'several requests begin with it; look at what each of them is on the v1 API'],
  fake: [
    'manual',
    'a function decides by it what to answer; let it decide by the new path and the `model` of the body',
  ],
  'query-unclear': ['manual', 'the query that it expects is not written out here and may hold an `api-version`'],
  'body-unclear': ['manual', 'the body that it expects is not an object that can be given a `model` here'],
  'version-unclear': [
    'manual',
    'the `api-version` is asserted in a way that cannot be turned round here; expect that there is none',
  ],
  'version-alone': [
    'manual',
    'the URL of the same test is left alone as well; expect that there is no `api-version` when that has changed',
  ],
  'key-header': [
    'review',
    'it also expects the `api-key` header, which a request by hand keeps, while `OpenAI` sends `Authorization: Bearer` where `AzureOpenAI` sent `api-key`',
  ],
} as const satisfies Record<string, readonly [Concern['grade'], string]>;

/** Makes a concern about a test double. */
export const doubleConcern = concernMaker(concerns);
