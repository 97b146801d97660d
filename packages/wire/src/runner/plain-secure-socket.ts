import { Socket, type SocketConstructorOpts } from 'node:net';

/** What a program may ask for when it opens a secure connection, as far as it matters here. */
export interface SecureOptions extends SocketConstructorOpts {
  readonly ALPNProtocols?: unknown;
  readonly servername?: unknown;
  readonly timeout?: unknown;
}

/** A socket that looks encrypted to its program and carries plain bytes, because they stay on this machine. */
export class PlainSecureSocket extends Socket {
  readonly encrypted = true;
  readonly authorized = true;
  readonly authorizationError = null;
  readonly alpnProtocol: string | false;
  readonly servername: unknown;
  secureConnecting = true;

  constructor(options: SecureOptions) {
    const { allowHalfOpen, signal } = options;
    super({ ...(allowHalfOpen !== undefined && { allowHalfOpen }), ...(signal && { signal }) });
    const { ALPNProtocols: protocols } = options;
    this.alpnProtocol = Array.isArray(protocols) && protocols.includes('http/1.1') ? 'http/1.1' : false;
    this.servername = options.servername;
    if (typeof options.timeout === 'number') this.setTimeout(options.timeout);
    this.once('connect', () => {
      this.secureConnecting = false;
      this.emit('secureConnect');
      this.emit('secure');
    });
  }
}

/** The questions that a program can ask an encrypted connection, with answers that raise no suspicion. */
const answers = {
  getProtocol: 'TLSv1.3',
  getCipher: { name: 'TLS_AES_256_GCM_SHA384', standardName: 'TLS_AES_256_GCM_SHA384', version: 'TLSv1.3' },
  getPeerCertificate: {},
  getCertificate: {},
  getEphemeralKeyInfo: {},
  getSession: undefined,
  getTLSTicket: undefined,
  getFinished: undefined,
  getPeerFinished: undefined,
  getPeerX509Certificate: undefined,
  getX509Certificate: undefined,
  getSharedSigalgs: [],
  isSessionReused: false,
  setSession: undefined,
  setServername: undefined,
  setMaxSendFragment: true,
  disableRenegotiation: undefined,
  enableTrace: undefined,
} as const;

for (const [name, value] of Object.entries(answers)) {
  Object.defineProperty(PlainSecureSocket.prototype, name, { value: () => value, writable: true, configurable: true });
}
