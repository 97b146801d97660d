import { isMap, isScalar } from 'yaml';
import type { TextSurvey } from '../setting.ts';
import { surveyYaml, type YamlDialect } from './yaml/survey-yaml.ts';
import { keyOf, type YamlPlace } from './yaml/yaml-place.ts';

/** Surveys YAML of no kind that is edited, such as manifests of Kubernetes: what sets a variable is listed. */
export function surveyPlainYaml(text: string, names: ReadonlySet<string>): TextSurvey {
  return surveyYaml(text, names, dialect);
}

const dialect: YamlDialect = () => ({
  meaningOf: (place) =>
    setsVariable(place) ? { kind: 'setting', obstacle: { reason: 'format' } } : { kind: 'mention' },
});

const valueKeys: readonly string[] = ['value', 'valueFrom', 'secretRef', 'secret'];

/** A bare name in a list, or a name without a value, may be an instruction to read it. */
function setsVariable({ kind, label, node }: YamlPlace): boolean {
  if (kind === 'item') return typeof label.value === 'string' && label.value.includes('=');
  if (isMap(node)) return node.items.some((pair) => valueKeys.includes(keyOf(pair)));
  return kind === 'entry' && 'value' in node && isScalar(node.value);
}
