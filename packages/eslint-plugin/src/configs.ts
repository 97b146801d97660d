import { rules, type Rule } from '@azure-openai-v1/javascript';
import type { PluginRule } from './to-eslint-rule.ts';

/** The prefix of the plugin's rules in a configuration. */
export const namespace = 'azure-openai-v1';

/** What a configuration needs of the plugin: all of it but the configurations. */
export interface ConfiguredPlugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Readonly<Record<string, PluginRule>>;
}

/** A flat configuration, no wider than it has to be: ESLint 9, ESLint 10 and typescript-eslint take it as theirs. */
export interface PluginConfig {
  name: string;
  plugins: Record<string, ConfiguredPlugin>;
  rules: Record<string, 'error'>;
}

/** The flat configurations of a plugin. */
export interface PluginConfigs {
  /** The rules without false alarms that ask for a change. */
  readonly recommended: PluginConfig;
  /** Every rule. */
  readonly strict: PluginConfig;
}

/** Makes the configurations `recommended` and `strict`, which name the plugin itself. */
export function createConfigs(plugin: ConfiguredPlugin): PluginConfigs {
  return {
    recommended: createConfig('recommended', plugin, (rule) => rule.recommended),
    strict: createConfig('strict', plugin, () => true),
  };
}

function createConfig(
  name: keyof PluginConfigs,
  plugin: ConfiguredPlugin,
  isWanted: (rule: Rule) => boolean,
): PluginConfig {
  const wanted = rules.filter(isWanted).map(({ id }) => [`${namespace}/${id}`, 'error'] as const);
  return { name: `${namespace}/${name}`, plugins: { [namespace]: plugin }, rules: Object.fromEntries(wanted) };
}
