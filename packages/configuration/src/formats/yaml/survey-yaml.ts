import type { Obstacle } from '../../obstacle.ts';
import type { PossibleUse, Removal, Setting, TextSurvey } from '../../setting.ts';
import { surveyUnparsable } from '../unparsable.ts';
import { canonicalYaml } from './canonical.ts';
import { extentOf } from './geometry.ts';
import { removeFromYaml } from './remove-yaml.ts';
import { findPlaces, type YamlPlace } from './yaml-place.ts';
import { parseYaml, type YamlText } from './yaml-text.ts';

/** What a place is in a certain kind of YAML file. */
export type PlaceMeaning =
  | { readonly kind: 'setting'; readonly obstacle?: Obstacle }
  /** Something that may read the variable. */
  | { readonly kind: 'mention' };

/** A kind of YAML file: what a place in it means, and what may read variables because of the file. */
export type YamlDialect = (
  yaml: YamlText,
  names: ReadonlySet<string>,
) => { readonly meaningOf: (place: YamlPlace) => PlaceMeaning; readonly uses?: readonly PossibleUse[] };

/** Surveys a YAML file of some kind. */
export function surveyYaml(text: string, names: ReadonlySet<string>, dialect: YamlDialect): TextSurvey {
  const yaml = parseYaml(text);
  if (yaml === undefined) return surveyUnparsable(text, names);
  const places = new Map<Setting, YamlPlace>();
  const { meaningOf, uses = [] } = dialect(yaml, names);
  for (const place of findPlaces(yaml, names)) {
    const meaning = meaningOf(place);
    if (meaning.kind === 'setting') places.set(settingAt(text, place, meaning.obstacle), place);
  }
  return {
    settings: [...places.keys()],
    comments: yaml.comments,
    uses,
    remove: (settings) => removePlaces(yaml, places, settings),
    isExact: (after, removed) => saysTheRest(yaml, places, after, removed),
  };
}

function settingAt(text: string, place: YamlPlace, obstacle: Obstacle | undefined): Setting {
  const { name, label } = place;
  const [start = 0, end = 0] = label.range ?? [];
  const from = start + Math.max(0, text.slice(start, end).indexOf(name));
  const extent = extentOf(place);
  return {
    name,
    isActive: true,
    range: { start: from, end: from + name.length },
    extent,
    ...(obstacle && { obstacle }),
  };
}

function removePlaces(
  yaml: YamlText,
  places: ReadonlyMap<Setting, YamlPlace>,
  settings: readonly Setting[],
): readonly Removal[] {
  return removeFromYaml(yaml, placesOf(places, settings)).map((removal) => ({
    settings: settings.filter((setting) => removal.places.some((place) => places.get(setting) === place)),
    ...(removal.kind === 'edits' ? { edits: removal.edits } : { edits: [], obstacle: removal.obstacle }),
  }));
}

function saysTheRest(
  yaml: YamlText,
  places: ReadonlyMap<Setting, YamlPlace>,
  after: string,
  removed: readonly Setting[],
): boolean {
  const gone = removeFromYaml(yaml, placesOf(places, removed)).flatMap((removal) =>
    removal.kind === 'edits' ? removal.gone : [],
  );
  const result = parseYaml(after);
  return result !== undefined && canonicalYaml(result) === canonicalYaml(yaml, new Set(gone));
}

function placesOf(places: ReadonlyMap<Setting, YamlPlace>, settings: readonly Setting[]): readonly YamlPlace[] {
  return settings.flatMap((setting) => places.get(setting) ?? []);
}
