import type { ConfigurationKind } from './file-role.ts';
import { surveyAssignments } from './formats/assignments.ts';
import { surveyBlueprint } from './formats/blueprint.ts';
import { surveyCompose } from './formats/compose.ts';
import { surveyDotenv } from './formats/dotenv.ts';
import { surveyBicep, surveyTerraform } from './formats/infrastructure/survey-infrastructure.ts';
import { surveyAppJson, surveyPlainJson, surveyRealJson, surveyVercel } from './formats/json-files.ts';
import { surveyMarkdown } from './formats/markdown.ts';
import { surveyPlainYaml } from './formats/plain-yaml.ts';
import { surveyWorkflow } from './formats/workflow.ts';
import type { TextSurvey } from './setting.ts';

type SurveyOf = (text: string, names: ReadonlySet<string>, path: string) => TextSurvey;

const surveys: Readonly<Record<ConfigurationKind, SurveyOf>> = {
  action: surveyWorkflow,
  'app-json': surveyAppJson,
  assignments: surveyAssignments,
  bicep: surveyBicep,
  blueprint: surveyBlueprint,
  compose: surveyCompose,
  environment: (text, names) => surveyDotenv(text, names, { reason: 'real-values' }),
  'environment-template': (text, names) => surveyDotenv(text, names),
  json: surveyPlainJson,
  markdown: surveyMarkdown,
  'settings-with-values': surveyRealJson,
  terraform: surveyTerraform,
  vercel: surveyVercel,
  yaml: surveyPlainYaml,
};

/** Surveys a text of some kind: where it sets or describes the variables, and what of it may read them. */
export function surveyText(
  kind: ConfigurationKind,
  path: string,
  text: string,
  names: ReadonlySet<string>,
): TextSurvey {
  return surveys[kind](text, names, path);
}
