import type { TextEdit, TextRange } from '@azure-openai-v1/core';
import type { Obstacle } from './obstacle.ts';

/** A place where a text sets, declares or describes a variable. */
export interface Setting {
  readonly name: string;
  /** Whether a program could get the variable from here; an example in a comment or a sentence sets nothing. */
  readonly isActive: boolean;
  /** The name as it stands. */
  readonly range: TextRange;
  /** All that belongs to the setting; that the name is mentioned in here is no use of it. */
  readonly extent: TextRange;
  /** Why it cannot be taken out, whatever else is known; absent when it can be. */
  readonly obstacle?: Obstacle;
}

/** How settings are taken out together: by all of the edits, or not at all. */
export interface Removal {
  readonly settings: readonly Setting[];
  readonly edits: readonly TextEdit[];
  /** Why not; then there are no edits. */
  readonly obstacle?: Obstacle;
}

/** Something that may read a variable and is not code of the repository. */
export interface PossibleUse {
  readonly name: string;
  readonly obstacle: Obstacle;
}

/** What a text says of some variables, and how that is taken out. */
export interface TextSurvey {
  readonly settings: readonly Setting[];
  /** Stretches that nothing executes: names in them are no uses. */
  readonly comments: readonly TextRange[];
  /** What may read the variables because of this text, mentions outside of the settings aside. */
  readonly uses: readonly PossibleUse[];
  /** Works out how settings are taken out, those that can only leave together as one. */
  readonly remove: (settings: readonly Setting[]) => readonly Removal[];
  /** Tells whether a text says all that this one says, but for the settings. */
  readonly isExact: (after: string, removed: readonly Setting[]) => boolean;
}
