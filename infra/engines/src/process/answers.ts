import { connect } from 'node:net';

/**
 * True when the server on this loopback port says `expected` within a second; `question` is sent first, if there
 * is one. False when nobody listens or something else is said.
 */
export function answers(port: number, expected: string, question = ''): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let said = '';
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => settle(false));
    socket.once('connect', () => question && socket.write(question));
    socket.on('data', (bytes) => {
      said += bytes.toString('latin1');
      if (said.includes(expected)) settle(true);
    });
    socket.once('error', () => settle(false));
    socket.once('close', () => settle(false));
  });
}
