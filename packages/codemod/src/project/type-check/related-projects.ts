import { posix } from 'node:path';
import { isInside } from '../report-path.ts';
import { withReferences } from './find-projects.ts';
import type { Manifest } from './manifest.ts';
import type { ProjectReader } from './read-project.ts';

/** Where the changed files are, and what may depend on them. */
interface Neighbourhood {
  readonly reader: ProjectReader;
  readonly manifestOf: (path: string) => Manifest | undefined;
  readonly changed: readonly string[];
  /** The configurations of the changed files. */
  readonly owners: readonly string[];
  /** All configurations of the repository. */
  readonly configs: readonly string[];
}

/** Projects besides the owners that may use changed files. */
export interface RelatedProjects {
  /** They refer to a project, depend on a package or map a path that leads to changed files. */
  readonly dependent: readonly string[];
  /** They stand around or below, and may import with a relative path. */
  readonly near: readonly string[];
}

/** Finds the projects that may use changed files of others; a relation may go over several projects. */
export function findRelatedProjects(neighbourhood: Neighbourhood): RelatedProjects {
  const { owners, configs } = neighbourhood;
  const linked = new Set(owners);
  for (let size = 0; size !== linked.size;) {
    size = linked.size;
    for (const config of configs)
      if (!linked.has(config) && dependsOn(neighbourhood, config, linked)) linked.add(config);
  }
  const rest = configs.filter((config) => !linked.has(config));
  return {
    dependent: [...linked].filter((config) => !owners.includes(config)),
    near: rest.filter((config) => isNear(neighbourhood, config)),
  };
}

function dependsOn(
  { reader, manifestOf, changed }: Neighbourhood,
  config: string,
  linked: ReadonlySet<string>,
): boolean {
  const references = withReferences(reader, [config]);
  if (references.some((reference) => linked.has(reference))) return true;
  const own = manifestOf(config);
  const names = [...linked].flatMap((other) => manifestOf(other)?.name ?? []);
  if (names.some((name) => own?.dependencies.has(name))) return true;
  return mappedPlaces(reader, config).some((place) => changed.some((file) => file.startsWith(place)));
}

/** Where the `paths` of a configuration lead to, each up to its star or its extension. */
function mappedPlaces(reader: ProjectReader, config: string): readonly string[] {
  const { options } = reader.outline(config).parsed;
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- many projects still have it
  const base = options.baseUrl ?? options['pathsBasePath'];
  const targets: readonly string[] = Object.values(options.paths ?? {}).flat();
  const places = targets.map((target) => {
    const place = posix.resolve(typeof base === 'string' ? base : posix.dirname(config), target.replace(/\*.*$/s, ''));
    // An entry point re-exports what lies beside it.
    return /\.[cm]?[jt]sx?$/.test(place) ? `${posix.dirname(place)}/` : place;
  });
  // Paths to the project's own files relate it to nothing else.
  return places.filter((place) => !isInside(posix.dirname(config), place));
}

function isNear({ changed, owners }: Neighbourhood, config: string): boolean {
  const folder = posix.dirname(config);
  return (
    changed.some((file) => isInside(folder, file)) || owners.some((owner) => isInside(posix.dirname(owner), folder))
  );
}
