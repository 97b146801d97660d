import type { Obstacle } from '../../obstacle.ts';
import type { Removal, Setting, TextSurvey } from '../../setting.ts';
import { surveyUnparsable } from '../unparsable.ts';
import { findPlaces, type JsonPlace } from './json-place.ts';
import { canonicalJson, parseJson, type JsonText } from './json-text.ts';
import { removeFromJson } from './remove-json.ts';

/** What a place is in a certain kind of JSON file: it sets the variable, or something may read it there. */
export type JsonMeaning = { readonly kind: 'setting'; readonly obstacle?: Obstacle } | { readonly kind: 'mention' };

/** Surveys a JSON file of some kind. */
export function surveyJson(
  text: string,
  names: ReadonlySet<string>,
  meaningOf: (place: JsonPlace, json: JsonText) => JsonMeaning,
): TextSurvey {
  const json = parseJson(text);
  if (json === undefined) return surveyUnparsable(text, names);
  const places = new Map<Setting, JsonPlace>();
  for (const place of findPlaces(json, names)) {
    const meaning = meaningOf(place, json);
    if (meaning.kind === 'setting') places.set(settingAt(text, place, meaning.obstacle), place);
  }
  return {
    settings: [...places.keys()],
    comments: json.comments,
    uses: [],
    remove: (settings) => removePlaces(json, places, settings),
    isExact(after, removed) {
      const result = parseJson(after);
      const gone = placesOf(places, removed).map(({ node }) => node);
      return result !== undefined && canonicalJson(result) === canonicalJson(json, new Set(gone));
    },
  };
}

function settingAt(text: string, { name, label, node }: JsonPlace, obstacle: Obstacle | undefined): Setting {
  const written = text.slice(label.offset, label.offset + label.length);
  const start = label.offset + Math.max(0, written.indexOf(name));
  const extent = { start: node.offset, end: node.offset + node.length };
  return { name, isActive: true, range: { start, end: start + name.length }, extent, ...(obstacle && { obstacle }) };
}

function removePlaces(
  json: JsonText,
  places: ReadonlyMap<Setting, JsonPlace>,
  settings: readonly Setting[],
): readonly Removal[] {
  return removeFromJson(json, placesOf(places, settings)).map(({ places: gone, ...removal }) => ({
    ...removal,
    settings: settings.filter((setting) => gone.some((place) => places.get(setting) === place)),
  }));
}

function placesOf(places: ReadonlyMap<Setting, JsonPlace>, settings: readonly Setting[]): readonly JsonPlace[] {
  return settings.flatMap((setting) => places.get(setting) ?? []);
}
