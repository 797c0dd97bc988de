import { get } from 'node:http';

/** True when the process answers `GET /readyz` on its health port with 200 within a second. */
export function isReady(healthPort: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get({
      host: '127.0.0.1',
      port: healthPort,
      path: '/readyz',
      agent: false,
      timeout: 1_000,
    });
    request.once('response', (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(false));
    request.once('close', () => resolve(false));
  });
}
