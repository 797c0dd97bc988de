import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { unpackBrowser } from './unpack-browser.js';

/** How a browser is started. */
export interface BrowserFound {
  readonly executablePath: string;
  readonly args: readonly string[];
  /** Beside what every process inherits. */
  readonly env: Readonly<Record<string, string>>;
}

/** What a person reads where there is none. */
export const NO_BROWSER =
  'No browser was found for the browser tests: install Chromium so that `chromium` is on the PATH (on Debian `apt-get install chromium`), then run `npm test` again.';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  // A test browser has no errands of its own.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // As root its sandbox cannot be had.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** Chromium on the PATH, else the one that npm brings for Linux; null where there is neither. */
export async function findBrowser(): Promise<BrowserFound | null> {
  const installed = await onPath();
  if (installed) return { executablePath: installed, args: ARGS, env: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  return { ...(await unpackBrowser()), args: ARGS };
}

async function onPath(): Promise<string | null> {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const usable = await Promise.all(candidates.map(isExecutable));
  return candidates.find((_, place) => usable[place]) ?? null;
}

function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
