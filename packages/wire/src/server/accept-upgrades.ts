import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Service } from '../service/create-service.ts';
import type { Connection } from '../service/realtime.ts';
import { describeIncoming } from './read-incoming.ts';
import { sendRaw } from './send-answer.ts';

/** Lets a server speak WebSocket where the service has a realtime connection. */
export function acceptUpgrades(http: Server, service: Service, originOf: (socket: Socket) => string | undefined): void {
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: chooseProtocol });
  http.on('upgrade', (message: IncomingMessage, socket: Socket, head: Buffer) => {
    const connection = service.connect(describeIncoming(message, originOf(socket), new Uint8Array()));
    if (connection.kind === 'refused') sendRaw(connection.answer, socket);
    else {
      sockets.handleUpgrade(message, socket, head, (client) => {
        talk(client, connection);
      });
    }
  });
}

/** Some clients hide their credential among the protocols, and none of those may be chosen. */
function chooseProtocol(protocols: ReadonlySet<string>): string | false {
  return protocols.has('realtime') ? 'realtime' : false;
}

function talk(client: WebSocket, { greeting, receive }: Extract<Connection, { kind: 'open' }>): void {
  const send = (events: readonly string[]) => {
    for (const event of events) client.send(event);
  };
  client.on('error', () => {
    client.terminate();
  });
  client.on('message', (message) => {
    send(receive(textOf(message)));
  });
  send(greeting);
}

function textOf(message: ArrayBuffer | Buffer | readonly Buffer[]): string {
  if (message instanceof ArrayBuffer) return Buffer.from(message).toString();
  return Buffer.isBuffer(message) ? message.toString() : Buffer.concat(message).toString();
}
