import { syncBuiltinESMExports } from 'node:module';
import { redirectChildren } from './redirect-children.ts';
import { redirectNames } from './redirect-names.ts';
import { redirectSockets } from './redirect-sockets.ts';
import { redirectWorkers } from './redirect-workers.ts';
import { refuseOtherTransports } from './refuse-other-transports.ts';

/** Where a redirected program connects to. */
export interface Redirection {
  /** The port of the server on 127.0.0.1. */
  readonly port: number;
  /** The module that does the same in processes and threads that the program starts. */
  readonly preload: string;
}

/** Leads every connection of this thread, and of what it starts with Node.js, to one server on this machine. */
export function redirectEverything({ port, preload }: Redirection): void {
  const places = redirectNames();
  redirectSockets(port, places);
  refuseOtherTransports();
  redirectChildren(preload);
  redirectWorkers({ port, preload });
  syncBuiltinESMExports();
}
