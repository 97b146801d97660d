import { unknownProject, type ProjectFacts } from '@azure-openai-v1/javascript';

// The key of the plugin's settings in an ESLint configuration.
const settingsKey = 'azure-openai-v1';

const cache = new WeakMap<object, ProjectFacts>();

/**
 * Reads what a configuration says of the project: `settings['azure-openai-v1'] = { deployments: { name: model },
 * openaiVersion: '5.23.2' }`, both optional. The same settings give the same object, so that facts are worked out once.
 *
 * @throws {TypeError} when the settings have another shape; ESLint shows the message
 */
export function readProjectSettings(settings: Readonly<Record<string, unknown>>): ProjectFacts {
  const own = settings[settingsKey];
  if (own === undefined) return unknownProject;
  if (!isRecord(own)) throw wrongSetting('', 'an object');
  const known = cache.get(own);
  if (known) return known;
  const facts = toProjectFacts(own);
  cache.set(own, facts);
  return facts;
}

function toProjectFacts({ deployments, openaiVersion, ...others }: Record<string, unknown>): ProjectFacts {
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw wrongSetting(`.${unknown}`, 'absent: only `deployments` and `openaiVersion` exist');
  if (openaiVersion !== undefined && !isVersion(openaiVersion)) {
    throw wrongSetting('.openaiVersion', "a version such as '5.23.2'");
  }
  return { ...unknownProject, openaiVersion, deployments: readDeployments(deployments) };
}

function readDeployments(deployments: unknown): ReadonlyMap<string, string> {
  if (deployments === undefined) return new Map();
  if (!isRecord(deployments)) throw wrongSetting('.deployments', 'an object of model names by deployment name');
  return new Map(
    Object.entries(deployments).map(([name, model]) => {
      if (typeof model === 'string' && model !== '') return [name, model];
      throw wrongSetting(`.deployments[${JSON.stringify(name)}]`, 'the name of a model');
    }),
  );
}

function isVersion(value: unknown): value is string {
  return typeof value === 'string' && /^\d+\.\d+\.\d+(?:[-+].+)?$/.test(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrongSetting(path: string, expected: string): TypeError {
  return new TypeError(`settings['${settingsKey}']${path} must be ${expected}`);
}
