import { isAlias, isMap, isScalar, isSeq, visit, type Node } from 'yaml';
import type { PossibleUse, TextSurvey } from '../setting.ts';
import { variableNamesIn } from '../variable-name.ts';
import { surveyYaml, type YamlDialect } from './yaml/survey-yaml.ts';
import { keyOf, textAt, valueAt, type YamlPlace } from './yaml/yaml-place.ts';
import type { YamlText } from './yaml/yaml-text.ts';

/** Surveys a file of Docker Compose, by its path, which reasons name. */
export function surveyCompose(text: string, names: ReadonlySet<string>, path: string): TextSurvey {
  return surveyYaml(text, names, dialect(path));
}

function dialect(path: string): YamlDialect {
  return (yaml, names) => {
    const foreign = foreignServices(yaml);
    const withAlias = foreign.find(({ node }) => hasAlias(node));
    return {
      meaningOf(place) {
        if (!isEnvironment(place)) return { kind: 'mention' };
        const [top, own] = place.container.path;
        const service = top === 'services' ? foreign.find(({ name }) => name === own) : withAlias;
        return { kind: 'setting', ...(service && { obstacle: { reason: 'image', detail: service.name } }) };
      },
      // A service that is not built here reads what it is handed from outside of the file.
      uses: foreign.flatMap((service) => usesOf(service, names, path)),
    };
  };
}

/** A service whose image is not built from this repository, so that nobody knows what it reads. */
interface ForeignService {
  readonly name: string;
  readonly node: Node;
}

function foreignServices({ documents }: YamlText): readonly ForeignService[] {
  return documents.flatMap(({ contents }) => {
    const services = valueAt(contents, 'services');
    if (!isMap(services)) return [];
    return services.items.flatMap((pair): readonly ForeignService[] => {
      const { value } = pair;
      return isMap(value) && valueAt(value, 'build') === undefined ? [{ name: keyOf(pair), node: value }] : [];
    });
  });
}

/** `services.*.environment`, `services.*.build.args`, and what stands below `x-…` to be shared by an anchor. */
function isEnvironment({ kind, container }: YamlPlace): boolean {
  const [first = '', , ...rest] = container.path;
  if (kind === 'labelled') return false;
  if (first.startsWith('x-')) return container.node.items.every((item) => !isMap(item) && !isSeq(item));
  return first === 'services' && ['environment', 'build/args'].includes(rest.join('/'));
}

function hasAlias(node: Node): boolean {
  let found = false;
  visit(node, {
    Alias() {
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

function usesOf(service: ForeignService, names: ReadonlySet<string>, path: string): readonly PossibleUse[] {
  const environment = valueAt(service.node, 'environment');
  const takesAll = valueAt(service.node, 'env_file') !== undefined || isAlias(environment) || hasAlias(service.node);
  const handed = takesAll ? names : namesHandedOn(environment, names);
  return [...handed].map((name) => ({ name, obstacle: { reason: 'image', detail: `${service.name} of ${path}` } }));
}

/** `NAME` without a value, `NAME: ${NAME}` and `OTHER=${NAME}` hand on what is set outside. */
function namesHandedOn(environment: unknown, names: ReadonlySet<string>): readonly string[] {
  if (isSeq(environment)) {
    const items = environment.items.map((item) => (isScalar(item) ? String(item.value) : ''));
    return [...names].filter((name) =>
      items.some((item) => item === name || variableNamesIn(item.slice(item.indexOf('=') + 1)).has(name)),
    );
  }
  if (!isMap(environment)) return [];
  return [...names].filter((name) =>
    environment.items.some((pair) => {
      const value = textAt(environment, keyOf(pair)) ?? '';
      return (keyOf(pair) === name && isEmpty(pair.value)) || variableNamesIn(value).has(name);
    }),
  );
}

function isEmpty(value: unknown): boolean {
  return value === null || (isScalar(value) && value.value === null);
}
