import { useTexts } from '../i18n/i18n-context.js';
import { shellTexts } from './shell.texts.js';

/** The first thing the Tab key finds. */
export function SkipLink() {
  const t = useTexts(shellTexts);
  return (
    <a
      href="#main"
      className="sr-only z-50 bg-raised px-4 py-3 focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
    >
      {t.skip}
    </a>
  );
}
