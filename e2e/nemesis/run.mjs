// `npm run nemesis`: what must be installed and built first, then the nemesis, in this same process.
import '../../infra/local/scripts/check-platform.mjs';
import { prepare } from '../../infra/local/scripts/prepare.mjs';

await prepare();
const { register } = await import('tsx/esm/api');
register();
await import('./main.ts');
