import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import type { BrowserFound } from './find-browser.js';

/** The package brings a Chromium for Linux on x64, its libraries and a font, each compressed. */
const PACKAGE = join(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '..', '..', '..');
/** Inside the package, so that another version of it is unpacked anew. */
const UNPACKED = join(PACKAGE, 'unpacked');
const run = promisify(execFile);
/** Its own configuration looks for the font where a server of a cloud would have it, and it dies without any font. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${UNPACKED}/fonts</dir>
  <cachedir>${UNPACKED}/fonts-cache</cachedir>
</fontconfig>
`;

/** Unpacks the browser that npm brought, the first time, and says how it is started. */
export async function unpackBrowser(): Promise<Omit<BrowserFound, 'args'>> {
  if (!existsSync(UNPACKED)) await unpack();
  return {
    executablePath: join(UNPACKED, 'chromium'),
    env: { LD_LIBRARY_PATH: join(UNPACKED, 'lib'), FONTCONFIG_PATH: UNPACKED },
  };
}

/** All or nothing, also when another run does the same at this moment. */
async function unpack(): Promise<void> {
  const folder = await mkdtemp(`${UNPACKED}-`);
  await decompress('chromium', join(folder, 'chromium'));
  for (const archive of ['al2023.tar', 'fonts.tar']) {
    const file = join(folder, archive);
    await decompress(archive, file);
    await run('tar', ['--no-same-owner', '-xf', file, '-C', folder]);
    await rm(file);
  }
  await writeFile(join(folder, 'fonts.conf'), FONTS);
  await rename(folder, UNPACKED).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await rm(folder, { recursive: true });
  });
}

function decompress(name: string, file: string): Promise<void> {
  return pipeline(
    createReadStream(join(PACKAGE, 'bin', `${name}.br`)),
    createBrotliDecompress(),
    createWriteStream(file, { mode: 0o755 }),
  );
}
