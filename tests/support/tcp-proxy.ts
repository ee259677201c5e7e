import type { Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

/** What happens to the answers of the server behind the proxy. */
export type Fault =
  | { readonly kind: 'none' }
  /** Connections end and new ones are refused. */
  | { readonly kind: 'cut' }
  /** Connections stay open and nothing comes. */
  | { readonly kind: 'frozen' }
  /** Every piece comes that much later. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** So many bytes come, then the connection ends. */
  | { readonly kind: 'half'; readonly bytes: number };

/** A TCP proxy on 127.0.0.1 that can spoil what comes back. */
export class TcpProxy {
  #fault: Fault = { kind: 'none' };
  #budget = 0;
  readonly #sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly host: string,
    private readonly targetPort: number,
  ) {
    server.on('connection', (client) => {
      this.#join(client);
    });
  }

  static async to(host: string, port: number): Promise<TcpProxy> {
    const server = createServer();
    const proxy = new TcpProxy(server, host, port);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    const address = this.server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  /** From now on. `cut` also ends the connections that are open. */
  set(fault: Fault): void {
    this.#fault = fault;
    this.#budget = fault.kind === 'half' ? fault.bytes : 0;
    if (fault.kind === 'cut') this.#dropAll();
  }

  async close(): Promise<void> {
    this.#dropAll();
    await new Promise((resolve) => this.server.close(resolve));
  }

  #dropAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  #join(client: Socket): void {
    if (this.#fault.kind === 'cut') {
      client.destroy();
      return;
    }
    const upstream = connect(this.targetPort, this.host);
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      this.#sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
    }
    client.on('data', (chunk) => upstream.write(chunk));
    upstream.on('data', (chunk) => {
      this.#answer(client, chunk);
    });
  }

  #answer(client: Socket, chunk: Buffer): void {
    switch (this.#fault.kind) {
      case 'none':
        client.write(chunk);
        return;
      case 'slow':
        setTimeout(() => client.writable && client.write(chunk), this.#fault.milliseconds);
        return;
      case 'half':
        this.#answerHalf(client, chunk);
        return;
      case 'frozen':
      case 'cut':
    }
  }

  #answerHalf(client: Socket, chunk: Buffer): void {
    if (chunk.length < this.#budget) {
      this.#budget -= chunk.length;
      client.write(chunk);
      return;
    }
    client.end(chunk.subarray(0, this.#budget));
    this.#budget = 0;
  }
}
