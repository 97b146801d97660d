import { isMap, isSeq, type Node } from 'yaml';
import { isHarmlessAction } from '@azure-openai-v1/knowledge';
import type { TextSurvey } from '../setting.ts';
import { surveyYaml, type YamlDialect } from './yaml/survey-yaml.ts';
import { keyOf, textAt, valueAt, type YamlContainer, type YamlPlace } from './yaml/yaml-place.ts';

/** Surveys a workflow of GitHub Actions or an action of the repository. */
export function surveyWorkflow(text: string, names: ReadonlySet<string>): TextSurvey {
  return surveyYaml(text, names, dialect);
}

const dialect: YamlDialect = () => ({
  meaningOf(place) {
    if (place.kind !== 'entry' || place.container.path.at(-1) !== 'env') return { kind: 'mention' };
    const scope = place.container.owner?.container;
    if (!scope) return { kind: 'mention' };
    const foreign = foreignReader(place, scope);
    return { kind: 'setting', ...(foreign !== undefined && { obstacle: { reason: 'action', detail: foreign } }) };
  },
});

/** What of somebody else's may read an `env` entry: a container, the step's own action, an action in its scope. */
function foreignReader({ container }: YamlPlace, scope: YamlContainer): string | undefined {
  const { path } = container;
  if (path.includes('container') || path.includes('services')) return path.at(-2);
  const own = textAt(scope.node, 'uses');
  if (own !== undefined) return own.startsWith('./') ? undefined : actionName(own);
  return actionsBelow(scope.node).find((action) => !action.startsWith('./') && !isHarmlessAction(action));
}

function actionsBelow(node: Node): readonly string[] {
  const steps = isSeq(valueAt(node, 'steps')) ? [valueAt(node, 'steps')] : stepsOfJobs(node);
  return steps
    .flatMap((list) => (isSeq(list) ? list.items.flatMap((step) => textAt(step, 'uses') ?? []) : []))
    .map(actionName);
}

function stepsOfJobs(node: Node): readonly unknown[] {
  const jobs = valueAt(node, 'jobs');
  return isMap(jobs) ? jobs.items.map((job) => (keyOf(job) === '' ? undefined : valueAt(job.value, 'steps'))) : [];
}

function actionName(uses: string): string {
  return uses.split('@', 1)[0] ?? uses;
}
