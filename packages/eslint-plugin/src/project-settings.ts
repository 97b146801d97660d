import type { StatedDeployment } from '@azure-openai-v1/deployments';

/** What a configuration of ESLint says of the project. */
export interface ProjectSettings {
  readonly openaiVersion: string | undefined;
  readonly deployments: readonly StatedDeployment[];
  /** Whether files of the project may be read for what is not said. */
  readonly readProject: boolean;
}

// The key of the plugin's settings in an ESLint configuration.
const settingsKey = 'azure-openai-v1';

const absent: ProjectSettings = { openaiVersion: undefined, deployments: [], readProject: true };

const cache = new WeakMap<object, ProjectSettings>();

/**
 * Reads `settings['azure-openai-v1'] = { deployments: { name: model }, openaiVersion: '5.23.2', readProject: false }`, all
 * optional. The same settings give the same object.
 *
 * @throws {TypeError} when the settings have another shape; ESLint shows the message
 */
export function readProjectSettings(settings: Readonly<Record<string, unknown>>): ProjectSettings {
  const own = settings[settingsKey];
  if (own === undefined) return absent;
  if (!isRecord(own)) throw wrongSetting('', 'an object');
  const known = cache.get(own) ?? toProjectSettings(own);
  cache.set(own, known);
  return known;
}

function toProjectSettings(own: Record<string, unknown>): ProjectSettings {
  const { deployments, openaiVersion, readProject = true, ...others } = own;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    throw wrongSetting(`.${unknown}`, 'absent: only `deployments`, `openaiVersion` and `readProject` exist');
  }
  if (openaiVersion !== undefined && !isVersion(openaiVersion)) {
    throw wrongSetting('.openaiVersion', "a version such as '5.23.2'");
  }
  if (typeof readProject !== 'boolean') throw wrongSetting('.readProject', 'true or false');
  return { openaiVersion, deployments: readDeployments(deployments), readProject };
}

function readDeployments(deployments: unknown): readonly StatedDeployment[] {
  if (deployments === undefined) return [];
  if (!isRecord(deployments)) throw wrongSetting('.deployments', 'an object of model names by deployment name');
  return Object.entries(deployments).map(([name, model]) => {
    if (typeof model === 'string' && model !== '') return { name, model, source: `settings['${settingsKey}']` };
    throw wrongSetting(`.deployments[${JSON.stringify(name)}]`, 'the name of a model');
  });
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
