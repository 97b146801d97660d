import type { TextSurvey } from '../setting.ts';
import { surveyYaml, type YamlDialect } from './yaml/survey-yaml.ts';
import { textAt, valueAt } from './yaml/yaml-place.ts';

/** Surveys a blueprint of Render (`render.yaml`). */
export function surveyBlueprint(text: string, names: ReadonlySet<string>): TextSurvey {
  return surveyYaml(text, names, dialect);
}

const dialect: YamlDialect = () => ({
  meaningOf({ kind, container }) {
    if (kind !== 'labelled' || container.path.at(-1) !== 'envVars') return { kind: 'mention' };
    const service = container.owner?.container.node;
    const isImage = valueAt(service, 'image') !== undefined || textAt(service, 'runtime') === 'image';
    return {
      kind: 'setting',
      ...(isImage && { obstacle: { reason: 'image', detail: textAt(service, 'name') ?? '' } }),
    };
  },
});
