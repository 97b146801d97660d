import { classFrames } from './class-frames.ts';
import { deploymentFrames } from './deployment-frames.ts';
import type { Frame } from './frame.ts';
import { functionFrames } from './function-frames.ts';
import { Maker } from './maker.ts';
import { passingFrames } from './passing-frames.ts';
import type { Sheet } from './sheet.ts';
import type { ClientPlan, Plumbing } from './client-plan.ts';

/** Writes the way from where a client is made to where it is called. */
export function writePlumbing(sheet: Sheet, client: ClientPlan): Frame {
  return frames[client.plumbing](new Maker(sheet, client));
}

const frames: Readonly<Record<Plumbing, (maker: Maker) => Frame>> = {
  ...functionFrames,
  ...classFrames,
  ...passingFrames,
  ...deploymentFrames,
};
