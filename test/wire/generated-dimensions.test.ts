import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { programPlans } from './generator/arbitrary.ts';
import { accessForms, bodyForms, callOptions, modelForms, parameterNames, resultForms } from './generator/call-plan.ts';
import { keyForms, optionForms, plumbings, providerForms, urlForms } from './generator/client-plan.ts';
import { operations } from './generator/operations.ts';
import { clashes, importForms, type PartPlan } from './generator/plan.ts';
import { addressForms, payloadForms, senders } from './generator/request-plan.ts';
import { textForms } from './generator/text-plan.ts';
import { sdkVersions } from './sdk-majors.ts';

const plans = fc.sample(programPlans, { numRuns: 3000, seed: 1 });
const parts = plans.flatMap((plan) => plan.parts);
const clients = parts.flatMap((part) => (part.kind === 'client' ? [part] : []));
const requests = parts.flatMap((part) => (part.kind === 'request' ? [part] : []));
const calls = clients.flatMap((client) => client.calls);

describe('generated programs reach every value of', () => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['openai releases', sdkVersions, plans.map(({ sdk }) => sdk)],
    ['import forms', importForms, plans.map(({ importForm }) => importForm)],
    ['names that clash', clashes, plans.map(({ clash }) => clash)],
    ['plumbing', plumbings, clients.map(({ plumbing }) => plumbing)],
    ['URL options', urlForms, clients.map(({ url }) => url)],
    ['key options', keyForms, clients.map(({ key }) => key)],
    ['token providers', providerForms, clients.map(({ provider }) => provider)],
    ['places of the options', optionForms, clients.map(({ options }) => options)],
    ['operations', Object.keys(operations), calls.map(({ operation }) => operation)],
    ['model forms', modelForms, calls.map(({ model }) => model)],
    ['request forms', bodyForms, calls.map(({ body }) => body)],
    ['call options', callOptions, calls.map(({ options }) => options)],
    ['access to methods', accessForms, calls.map(({ access }) => access)],
    ['parameter names', parameterNames, calls.map(({ parameter }) => parameter)],
    ['result forms', resultForms, calls.map(({ result }) => result)],
    ['senders', senders, requests.map(({ sender }) => sender)],
    ['addresses', addressForms, requests.map(({ address }) => address)],
    ['payloads', payloadForms, requests.map(({ payload }) => payload)],
    ['endpoint forms', textForms, parts.map(({ endpoint }) => endpoint.form)],
    ['key texts', textForms, parts.map(({ keyText }) => keyText.form)],
    ['deployment forms', textForms, parts.flatMap(deploymentForm)],
  ])('%s', (_, wanted, reached) => {
    expect([...new Set(reached)].toSorted()).toEqual([...wanted].toSorted());
  });
});

function deploymentForm({ deployment }: PartPlan): readonly string[] {
  return deployment ? [deployment.form] : [];
}
