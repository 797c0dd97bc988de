import { getScoreboard } from '@evenkeel/contracts';
import { action, type ServedAction } from '@evenkeel/runtime';
import type { Watch } from './features/vitals/watch.js';

interface Parts {
  readonly watch: Pick<Watch, 'lines'>;
}

/** The actions of the auditor. */
export const auditorActions = ({ watch }: Parts): ServedAction[] => [
  action(getScoreboard, () => Promise.resolve(watch.lines())),
];
