import { styleText } from 'node:util';

/** The styles that reports use. */
export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** Puts a style on a text, or leaves it plain. */
export type Paint = (style: Style, text: string) => string;

/** Chooses between colour and plain text. */
export function createPaint(colour: boolean): Paint {
  return colour ? (style, text) => styleText(style, text) : (_, text) => text;
}
