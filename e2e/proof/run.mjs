// `npm run proof`: what must be installed first, then the proof, in this same process, from the sources.
import '../../infra/local/scripts/check-platform.mjs';
import { installIfNeeded } from '../../infra/local/scripts/install-if-needed.mjs';
import { root } from '../../infra/local/scripts/prepare.mjs';

await installIfNeeded(root);
const { register } = await import('tsx/esm/api');
register();
await import('./main.ts');
