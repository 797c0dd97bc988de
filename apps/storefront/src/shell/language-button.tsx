import { useLocale, useTexts } from '../i18n/i18n-context.js';
import { classes } from '../ui/classes.js';
import { useSetPreferences } from './preferences.js';
import { shellTexts } from './shell.texts.js';

/** Offers the other language, in that language. */
export function LanguageButton({ className }: { className?: string }) {
  const t = useTexts(shellTexts);
  const other = useLocale() === 'en' ? 'zh' : 'en';
  const setPreferences = useSetPreferences();
  return (
    <button
      type="button"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      aria-label={t.switchLanguage}
      onClick={() => void setPreferences({ locale: other })}
      className={classes('h-11 items-center px-2.5 text-small text-ink-2 hover:text-ink', className)}
    >
      {t.otherLanguage}
    </button>
  );
}
