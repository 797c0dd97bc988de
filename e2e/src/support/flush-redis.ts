import { once } from 'node:events';
import { connect } from 'node:net';

/** Lets a Redis forget everything, and resolves when it has. */
export async function flushRedis(url: string): Promise<void> {
  const { hostname, port, password } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.setEncoding('utf8');
  await once(socket, 'connect');
  if (password) await say(`AUTH ${password}`);
  await say('FLUSHALL');
  socket.destroy();

  async function say(command: string): Promise<void> {
    socket.write(`${command}\r\n`);
    const [answer] = (await once(socket, 'data')) as [string];
    if (!answer.startsWith('+OK')) throw new Error(`Redis answered ${answer.trim()}`);
  }
}
