import {
  addressOverride,
  apiVersions,
  apiVersionVariableRows,
  apiVersionVariables,
  azureClientOptions,
  citations,
  classifyHost,
  clientOptionsTypeName,
  clientWrappers,
  type Cited,
  endpoints,
  environmentDefaults,
  environmentSchemas,
  findClientWrapper,
  findLegacyOperation,
  findModel,
  findSdkMethod,
  firstWithMaxCompletionTokens,
  gatewayWords,
  harmlessActionOwners,
  hintedReasoningModel,
  legacyOperations,
  legacyRequestBodies,
  legacyResourceOperations,
  models,
  moduleMocks,
  outputLimit,
  plainModels,
  reasoningModels,
  nodeReleaseNames,
  refusedClientOptions,
  requestOptions,
  requestDoubles,
  retiredBodyProperties,
  sdkBreakingChanges,
  sdkMethods,
  sdkNodeRequirements,
  sdkVersions,
  sharedClientOptions,
  toleratedValues,
  v1Operations,
  v1RequestBodies,
  versionReadingClasses,
  versionReadingLibraries,
} from '@azure-openai-v1/knowledge';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import OpenAI from 'openai';
import { describe, expect, it, test } from 'vitest';

const sortedLists: Readonly<Record<string, readonly string[]>> = {
  apiVersions: apiVersions.map(({ version }) => version),
  apiVersionVariables,
  azureClientOptions: Object.keys(azureClientOptions),
  citations: Object.keys(citations),
  clientWrappers: clientWrappers.map(({ module, name }) => `${module} ${name}`),
  endpoints: endpoints.map(({ standing, suffix }) => `${standing} ${suffix}`),
  environmentSchemas: environmentSchemas.map(({ module, name }) => `${module} ${name}`),
  gatewayWords: gatewayWords.map(({ words }) => words),
  harmlessActionOwners: harmlessActionOwners.map(({ name }) => name),
  legacyOperations: legacyOperations.map(({ scope, path }) => `${scope} ${path}`),
  legacyRequestBodies: legacyRequestBodies.map(({ operation }) => operation),
  legacyResourceOperations: legacyResourceOperations.map(({ path, method }) => `${path} ${method}`),
  moduleMocks: moduleMocks.map(({ module, name, form }) => `${module} ${name} ${form}`),
  nodeReleaseNames: Object.keys(nodeReleaseNames),
  plainModels: plainModels.map(({ id }) => id),
  reasoningModels: reasoningModels.map(({ id }) => id),
  refusedClientOptions: Object.keys(refusedClientOptions),
  requestDoubles: requestDoubles.map(({ module }) => module),
  requestOptions: requestOptions.names,
  retiredBodyProperties: retiredBodyProperties.map(({ property }) => property),
  sdkBreakingChanges: sdkBreakingChanges.map(({ kind, name }) => `${kind} ${name}`),
  sdkMethods: sdkMethods.map(({ method }) => method),
  sdkNodeRequirements: sdkNodeRequirements.map(({ since }) => since),
  sdkVersions: Object.keys(sdkVersions),
  sharedClientOptions: Object.keys(sharedClientOptions),
  toleratedValues: toleratedValues.map(({ parameter }) => parameter),
  v1Operations: v1Operations.map(({ path, method }) => `${path} ${method}`),
  v1RequestBodies: v1RequestBodies.map(({ operation }) => operation),
  versionReadingClasses: versionReadingClasses.map(({ name }) => name),
  versionReadingLibraries: versionReadingLibraries.map(({ name }) => name),
};

const citedRows: readonly Cited[] = [
  ...[apiVersions, apiVersionVariableRows, clientWrappers, endpoints, gatewayWords, legacyOperations, models].flat(),
  ...[retiredBodyProperties, sdkBreakingChanges, sdkMethods, sdkNodeRequirements, toleratedValues].flat(),
  ...[environmentSchemas, harmlessActionOwners, versionReadingClasses, versionReadingLibraries].flat(),
  ...[moduleMocks, requestDoubles].flat(),
  ...[legacyRequestBodies, legacyResourceOperations, v1Operations, v1RequestBodies].flat(),
  ...[azureClientOptions, sharedClientOptions, refusedClientOptions, sdkVersions, nodeReleaseNames].flatMap((table) =>
    Object.values<Cited>(table),
  ),
  ...[addressOverride, clientOptionsTypeName, environmentDefaults, firstWithMaxCompletionTokens, outputLimit],
  ...[requestOptions],
];

describe('audit', () => {
  test.each(Object.entries(sortedLists))('%s is sorted and has no row twice', (_, names) => {
    expect(names).toEqual([...new Set(names)].sort());
  });

  it('has no model and no host suffix in two tables', () => {
    const ids = models.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const suffixes = endpoints.map(({ suffix }) => suffix);
    expect(new Set(suffixes).size).toBe(suffixes.length);
  });

  it('cites sources that exist, and every source is cited', () => {
    const cited = new Set(citedRows.map(({ source }) => source));
    expect([...cited].sort()).toEqual(Object.keys(citations).sort());
  });

  it('dates every source', () => {
    for (const { title, date } of Object.values(citations)) {
      expect(title).not.toMatch(/:\/\//);
      expect(new Date(date).toISOString()).toBe(`${date}T00:00:00.000Z`);
    }
  });

  it('loads no package at run time', () => {
    const folder = fileURLToPath(new URL('../packages/knowledge/src/', import.meta.url));
    const imports = readdirSync(folder).flatMap((name) =>
      [...readFileSync(`${folder}${name}`, 'utf8').matchAll(/^(?:import|export) (.*)from '(?!\.)/gm)].map(
        ([line]) => line,
      ),
    );
    expect(imports).toHaveLength(1);
    expect(imports[0]).toMatch(/^import type /);
  });

  it('names hosts in lower case, and none below another of the same standing', () => {
    for (const { suffix, standing } of endpoints) {
      expect(suffix).toBe(suffix.toLowerCase());
      const above = endpoints.filter((row) => row.standing === standing && suffix.endsWith(`.${row.suffix}`));
      expect(above).toEqual([]);
      expect(classifyHost(suffix)).toBe(standing);
    }
  });

  it('finds every row by its name', () => {
    for (const model of models) expect(findModel(model.id)).toBe(model);
    for (const row of sdkMethods) expect(findSdkMethod(row.method.split('.'))).toBe(row);
    for (const row of legacyOperations) expect(findLegacyOperation(row.path)).toBe(row);
    for (const row of clientWrappers) expect(findClientWrapper(row.module, row.name)).toBe(row);
  });

  it('has a row for every method of the installed SDK', () => {
    const client = new OpenAI({ apiKey: 'placeholder' });
    const paths = Object.entries(client).flatMap(([name, value]) => methodPaths(value, [name]));
    expect(paths).toContain('chat.completions.create');
    expect(paths.filter((path) => findSdkMethod(path.split('.')) === undefined)).toEqual([]);
  });

  it('never hints at a model that does not reason', () => {
    for (const { id } of plainModels) expect(hintedReasoningModel(`my-${id}-prod`), id).toBeUndefined();
    for (const { id } of reasoningModels) expect(hintedReasoningModel(`my-${id}-prod`), id).toBe(id);
  });
});

/** The methods below a resource of the client; a resource is an object that has a reference to the client. */
function methodPaths(resource: unknown, path: readonly string[]): readonly string[] {
  if (typeof resource !== 'object' || resource === null || !('_client' in resource)) return [];
  const prototype: object = Object.getPrototypeOf(resource) as object;
  const own = Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor' && !name.startsWith('_'));
  const below = Object.entries(resource).filter(([name]) => name !== '_client');
  return [
    ...own.map((name) => [...path, name].join('.')),
    ...below.flatMap(([name, value]) => methodPaths(value, [...path, name])),
  ];
}
