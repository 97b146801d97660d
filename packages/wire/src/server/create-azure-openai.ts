import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createService, type Service } from '../service/create-service.ts';
import type { ServiceSettings } from '../service/settings.ts';
import { acceptUpgrades } from './accept-upgrades.ts';
import { readPreface } from './preface.ts';
import { describeIncoming, readBody } from './read-incoming.ts';
import { sendAnswer } from './send-answer.ts';

/** Settings of a server. */
export interface ServerSettings extends ServiceSettings {
  /** Absent or 0: a free port that the system chooses. */
  readonly port?: number;
}

/** An Azure OpenAI that listens on the loopback interface. */
export interface AzureOpenAI extends Service {
  readonly port: number;
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  /** Ends all connections and stops listening. */
  close(): Promise<void>;
}

/** Starts an Azure OpenAI on 127.0.0.1 and no other interface. */
export async function createAzureOpenAI(settings: ServerSettings = {}): Promise<AzureOpenAI> {
  const service = createService(settings);
  const sockets = new Set<Socket>();
  const server = listenFor(service, sockets);
  const port = await listen(server, settings.port ?? 0);
  // Added to the service, since a copy would not show what is recorded later.
  return Object.assign(service, {
    port,
    url: `http://127.0.0.1:${String(port)}`,
    close: () => close(server, sockets),
  });
}

/** One server takes the preface off each connection, another one speaks HTTP on what is left of it. */
function listenFor(service: Service, sockets: Set<Socket>): Server {
  const origins = new WeakMap<Socket, string>();
  const http = createHttpServer((message, response) => {
    void answer(service, message, response, origins.get(message.socket));
  });
  acceptUpgrades(http, service, (socket) => origins.get(socket));
  return createServer((socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.once('close', () => sockets.delete(socket));
    // A client that goes away is none of the server's troubles.
    socket.on('error', () => socket.destroy());
    readPreface(socket, (origin) => {
      if (origin !== undefined) origins.set(socket, origin);
      http.emit('connection', socket);
      socket.resume();
    });
  });
}

async function answer(
  service: Service,
  message: IncomingMessage,
  response: ServerResponse,
  origin: string | undefined,
): Promise<void> {
  const body = await readBody(message).catch(() => undefined);
  // A request that was broken off has nobody left to answer to.
  if (body === undefined) response.destroy();
  else await sendAnswer(await service.respond(describeIncoming(message, origin, body)), response);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      // A server that listens on a port has an address of this kind.
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
