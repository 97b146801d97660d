import type { Node } from 'jsonc-parser';
import type { TextSurvey } from '../setting.ts';
import type { JsonPlace } from './json/json-place.ts';
import { keyOf, textAt, valueAt } from './json/json-text.ts';
import { surveyJson, type JsonMeaning } from './json/survey-json.ts';

/** Surveys the configuration of Vercel (`vercel.json`): `env` and `build.env`. */
export function surveyVercel(text: string, names: ReadonlySet<string>): TextSurvey {
  return surveyJson(text, names, (place) =>
    place.kind === 'property' && ['env', 'build/env'].includes(place.path.join('/')) ? editable : plainMeaning(place),
  );
}

/** Surveys the description of an app for Heroku (`app.json`): `env`, and that of its environments. */
export function surveyAppJson(text: string, names: ReadonlySet<string>): TextSurvey {
  return surveyJson(text, names, (place) =>
    place.kind === 'property' && /^(?:environments\/[^/]*\/)?env$/.test(place.path.join('/'))
      ? editable
      : plainMeaning(place),
  );
}

/** Surveys any other JSON file. Of these only templates of Azure Resource Manager are edited. */
export function surveyPlainJson(text: string, names: ReadonlySet<string>): TextSurvey {
  return surveyJson(text, names, (place, { root }) =>
    isTemplate(root) ? meaningInTemplate(place, root) : plainMeaning(place),
  );
}

/** Surveys a JSON file with real values, such as `local.settings.json`. */
export function surveyRealJson(text: string, names: ReadonlySet<string>): TextSurvey {
  return surveyJson(text, names, () => ({ kind: 'setting', obstacle: { reason: 'real-values' } }));
}

const editable: JsonMeaning = { kind: 'setting' };

const valueKeys = ['value', 'secureValue', 'secretRef', 'valueFrom'];

/** A bare name in a list may be an instruction to read it. */
function plainMeaning({ kind, label, node }: JsonPlace): JsonMeaning {
  const sets =
    kind === 'item'
      ? String(label.value).includes('=')
      : kind === 'property' || node.children?.some((property) => valueKeys.includes(keyOf(property))) === true;
  return sets ? { kind: 'setting', obstacle: { reason: 'format' } } : { kind: 'mention' };
}

function isTemplate(root: Node): boolean {
  return /deploymentTemplate\.json#?$/i.test(textAt(root, '$schema') ?? '');
}

function meaningInTemplate(place: JsonPlace, root: Node): JsonMeaning {
  if (valueAt(valueAt(root, 'metadata'), '_generator')) return { kind: 'setting', obstacle: { reason: 'generated' } };
  if (place.kind === 'labelled' && place.path.at(-1) === 'appSettings') return editable;
  const resource = place.container.parent?.parent;
  const type = textAt(resource, 'type') ?? '';
  const isSettings =
    /^Microsoft\.Web\/sites(?:\/slots)?\/config$/i.test(type) && /appsettings/i.test(textAt(resource, 'name') ?? '');
  if (place.kind === 'property' && place.path.at(-1) === 'properties' && isSettings) return editable;
  return plainMeaning(place);
}
