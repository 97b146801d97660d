import { rules } from '@azure-openai-v1/javascript';
import { createRequire } from 'node:module';
import { createConfigs, namespace, type ConfiguredPlugin, type PluginConfigs } from './configs.ts';
import { toEslintRule } from './to-eslint-rule.ts';

/** The plugin as ESLint 9, ESLint 10 and oxlint take it. */
export interface AzureOpenAIPlugin extends ConfiguredPlugin {
  readonly configs: PluginConfigs;
}

// The package's own manifest, beside `src` and beside `dist`; npm guarantees these two fields.
const { name, version } = createRequire(import.meta.url)('../package.json') as { name: string; version: string };

const base = {
  meta: { name, version, namespace },
  rules: Object.fromEntries(rules.map((rule) => [rule.id, toEslintRule(rule, documentationOf(rule.id))])),
};

/** The rules of `azure-openai-v1` with the configurations `recommended` and `strict`. */
const plugin: AzureOpenAIPlugin = Object.assign(base, { configs: createConfigs(base) });

export default plugin;

function documentationOf(id: string): string {
  return `https://github.com/azure-openai-v1/azure-openai-v1/blob/main/docs/rules/${id}.md`;
}
