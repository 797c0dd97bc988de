import { Hourglass, Unplug, WifiOff } from 'lucide-react';
import { useTexts } from '../i18n/i18n-context.js';
import { Button } from './button.js';
import { type Failed, FailureWords, useRecovery } from './recovery.js';
import { RowState } from './row-state.js';
import { uiTexts } from './ui.texts.js';

const ICONS = { offline: WifiOff, busy: Hourglass, fault: Unplug } as const;

/** A part of the page that failed alone: says so, tries again by itself, and offers to try at once. */
export function ErrorRow({ title, note, error, onRetry }: Failed) {
  const ui = useTexts(uiTexts);
  const failure = useRecovery({ error, onRetry });
  const Icon = ICONS[failure.kind];
  return (
    <div role="alert">
      <RowState
        icon={<Icon aria-hidden="true" className="size-5" strokeWidth={1.5} />}
        title={title}
        action={
          <Button size="small" onClick={onRetry}>
            {ui.tryNow}
          </Button>
        }
      >
        <FailureWords failure={failure} note={note} />
      </RowState>
    </div>
  );
}
