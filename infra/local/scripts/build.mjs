// `npm run build`: everything that is not built yet, through turbo, which does again only what changed.
import './check-platform.mjs';
import { prepare } from './prepare.mjs';

await prepare();
