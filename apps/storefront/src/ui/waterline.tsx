import { classes } from './classes.js';

type Tone = 'sea' | 'ember' | 'ink';
const TONES = { sea: '', ember: '[--c:var(--ember)]', ink: '[--c:var(--ink)]' } as const;

type Props = {
  /** 0 to 1. */
  share: number;
  tone?: Tone;
  /** Drawn as hatch: not settled yet. */
  unsettled?: boolean;
  className?: string;
};

/** A level hairline with a bar standing on it. Decoration: the number it shows is always written beside it. */
export function Waterline({ share, tone = 'sea', unsettled = false, className }: Props) {
  const width = `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;
  return (
    <div aria-hidden="true" className={classes('waterline', TONES[tone], className)}>
      <i style={{ width }} data-unsettled={unsettled || undefined} />
    </div>
  );
}
