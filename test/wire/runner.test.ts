import { describe, expect, test } from 'vitest';
import { runText as run } from './run-text.ts';

const target = 'https://desk.openai.azure.com/openai/v1/models';

const asking = `const { id } = await (await fetch('${target}')).json(); console.log(id);`;

describe('what is led to the server, with the origin that the program meant', () => {
  test.each([
    ['the fetch of Node.js', asking],
    [
      'node:https by name',
      `import { get } from 'node:https'; get('${target}', (answer) => { answer.resume(); answer.on('end', () => console.log('chat-1')); });`,
    ],
    [
      'node:https that is imported late',
      `const { default: https } = await import('node:https'); https.request(new URL('${target}'), (answer) => { answer.resume(); console.log('chat-1'); }).end();`,
    ],
    ['axios', `import axios from 'axios'; console.log((await axios.get('${target}')).data.id);`],
    [
      'a bare TLS socket',
      `import { connect } from 'node:tls';
       const socket = connect(443, 'desk.openai.azure.com', { servername: 'desk.openai.azure.com' }, () => {
         socket.end('GET /openai/v1/models HTTP/1.1\\r\\nhost: desk.openai.azure.com\\r\\nconnection: close\\r\\n\\r\\n');
       });
       socket.setEncoding('utf8');
       let text = '';
       socket.on('data', (piece) => { text += piece; });
       socket.on('end', () => console.log(/chat-1/.exec(text)[0]));`,
    ],
    [
      'ws',
      `import { WebSocket } from 'ws';
       const socket = new WebSocket('${target}'.replace('https', 'wss'));
       socket.on('open', () => socket.send('chat-1'));
       socket.on('message', (data) => { console.log(String(data)); socket.close(); });`,
    ],
    [
      'a program of its own that a child process runs',
      `import { spawn } from 'node:child_process'; spawn(process.execPath, ['ask.mjs'], { stdio: 'inherit' });`,
    ],
    [
      'a child process with an empty environment',
      `import { execFile } from 'node:child_process';
       execFile(process.execPath, ['ask.mjs'], { env: {} }, (error, stdout) => process.stdout.write(stdout));`,
    ],
    [
      'a child process that the program waits for, with an empty environment',
      `import { execFileSync } from 'node:child_process';
       process.stdout.write(execFileSync(process.execPath, ['ask.mjs'], { env: {} }));`,
    ],
    [
      'a child process that talks to its parent',
      `import { fork } from 'node:child_process';
       fork('ask.mjs').on('message', (id) => console.log('message', id)).send('go');`,
    ],
    ['a worker thread', `import { Worker } from 'node:worker_threads'; new Worker('./ask.mjs');`],
    [
      'a worker thread with an empty environment',
      `import { Worker } from 'node:worker_threads'; new Worker('./ask.mjs', { env: {}, execArgv: [] });`,
    ],
    [
      'a worker thread whose code is a text',
      `import { Worker } from 'node:worker_threads';
       new Worker("fetch('${target}').then((answer) => answer.json()).then(({ id }) => console.log(id));", { eval: true });`,
    ],
    [
      'a host that was looked up by the program',
      `import { lookup } from 'node:dns/promises'; import https from 'node:https';
       const { address } = await lookup('desk.openai.azure.com');
       https.get({ host: address, path: '/openai/v1/models' }, (answer) => { answer.resume(); console.log('chat-1'); });`,
    ],
  ])('%s', async (_, text) => {
    const { requests, outcome, stderr } = await run(text, {}, { 'ask.mjs': `${asking} process.disconnect?.();` });
    expect(stderr).toBe('');
    expect(requests).toEqual([`GET ${target}`]);
    expect(outcome).toEqual({ exit: 0, stdout: 'chat-1\n' });
  });

  test.each([
    ['http://gateway.example.com:8080/a', 'http://gateway.example.com:8080/a'],
    ['http://127.0.0.1:3999/a', 'http://127.0.0.1:3999/a'],
    ['http://[2001:db8::1]/a', 'http://[2001:db8::1]/a'],
    ['https://api.openai.com:443/v1/models', 'https://api.openai.com/v1/models'],
  ])('%s', async (asked, seen) => {
    expect((await run(`await fetch('${asked}');`)).requests).toEqual([`GET ${seen}`]);
  });
});

test('an agent reuses a connection, and each of its requests has the origin', async () => {
  const { requests, exchanges } = await run(`
    import https from 'node:https';
    const agent = new https.Agent({ keepAlive: true, maxSockets: 1 });
    for (const path of ['/a', '/b']) {
      await new Promise((done) => https.get({ host: 'desk.openai.azure.com', path, agent }, (answer) => answer.resume().on('end', done)));
    }
    agent.destroy();`);
  expect(requests).toEqual(['GET https://desk.openai.azure.com/a', 'GET https://desk.openai.azure.com/b']);
  expect(exchanges).toHaveLength(2);
});

test('a socket that looks encrypted answers as one', async () => {
  const { outcome } = await run(`
    import tls, { TLSSocket } from 'node:tls';
    const socket = tls.connect({ host: 'example.com', port: 443, ALPNProtocols: ['h2', 'http/1.1'] });
    socket.once('secureConnect', () => {
      console.log(socket instanceof TLSSocket, socket.encrypted, socket.authorized, socket.alpnProtocol, socket.getProtocol());
      socket.destroy();
    });`);
  expect(outcome.stdout).toBe('true true true http/1.1 TLSv1.3\n');
});

test('name servers, datagrams and HTTP/2 are not reached', async () => {
  const { outcome, requests } = await run(`
    import dns from 'node:dns'; import dgram from 'node:dgram'; import http2 from 'node:http2';
    const tell = (error) => console.log(error.code ?? error.message);
    await new Promise((done) => dns.resolve4('example.com', (error) => done(tell(error))));
    await dns.promises.resolveTxt('example.com').catch(tell);
    await new dns.promises.Resolver().resolve('example.com').catch(tell);
    console.log((await dns.promises.lookup('example.com', { all: true })).length);
    const socket = dgram.createSocket('udp4');
    await new Promise((done) => socket.send('x', 53, '198.51.100.1', done));
    socket.close();
    try { http2.connect('https://example.com'); } catch (error) { tell(error); }`);
  expect(outcome.stdout.split('\n')).toEqual([
    'ENOTFOUND',
    'ENOTFOUND',
    'ENOTFOUND',
    '1',
    'HTTP/2 is not recorded: this run has HTTP/1.1 and WebSocket only.',
    '',
  ]);
  expect(requests).toEqual([]);
});

test('a server of the program itself is reached, and what it asks for is led to the server', async () => {
  const { outcome, requests } = await run(`
    import { createServer } from 'node:http';
    const server = createServer(async (request, response) => {
      response.end((await (await fetch('${target}')).json()).id);
    });
    server.listen(0, 'localhost', async () => {
      const answer = await fetch(\`http://localhost:\${server.address().port}/\`);
      console.log(await answer.text());
      server.close();
    });`);
  expect(outcome).toEqual({ exit: 0, stdout: 'chat-1\n' });
  expect(requests).toEqual([`GET ${target}`]);
});

test('a socket of the file system is left alone', async () => {
  const { outcome } = await run(`
    import { connect, createServer } from 'node:net';
    import { get } from 'node:http';
    const server = createServer((socket) => socket.end('HTTP/1.0 200 own\\r\\n\\r\\n')).listen('own.sock', () => {
      connect('own.sock').on('data', (data) => console.log(String(data).slice(9, 12)));
      get({ socketPath: 'own.sock' }, ({ statusMessage }) => { console.log(statusMessage); server.close(); });
    });`);
  expect(outcome.stdout).toBe('200\nown\n');
});
