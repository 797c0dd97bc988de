import { type DestinationStream, destination, pino } from 'pino';

/** Never written, wherever they stand in what is logged. */
const SECRETS = ['token', 'password', 'authorization', 'cookie', 'secret', 'identityToken', 'sessionToken'];

/** The log of a process: one JSON line an event, with the instance, without secrets. */
export function createLog(
  options: { readonly service: string; readonly instance: string; readonly level: string },
  output: DestinationStream = destination(1),
) {
  const settings = {
    level: options.level,
    base: { service: options.service, instance: options.instance },
    redact: { paths: SECRETS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[secret]' },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return pino(settings, output);
}
