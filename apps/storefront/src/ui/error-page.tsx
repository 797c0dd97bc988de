import { useTexts } from '../i18n/i18n-context.js';
import { BlankPage } from './blank-page.js';
import { Button } from './button.js';
import { type Failed, FailureWords, useRecovery } from './recovery.js';
import { uiTexts } from './ui.texts.js';

/** A page whose one thing does not answer: says so, tries again by itself, and offers to try at once. */
export function ErrorPage({ title, note, error, onRetry }: Failed) {
  const ui = useTexts(uiTexts);
  const failure = useRecovery({ error, onRetry });
  return (
    <div role="alert">
      <BlankPage title={title} actions={<Button onClick={onRetry}>{ui.tryNow}</Button>}>
        <FailureWords failure={failure} note={note} />
      </BlankPage>
    </div>
  );
}
