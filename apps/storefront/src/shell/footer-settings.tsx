import { useTexts } from '../i18n/i18n-context.js';
import { setTheme, THEMES, useTheme } from '../theme/theme.js';
import { LanguageButton } from './language-button.js';
import { shellTexts } from './shell.texts.js';

/** Light and language, for those who look for them at the foot. */
export function FooterSettings() {
  const t = useTexts(shellTexts);
  const theme = useTheme();
  return (
    <fieldset>
      <legend className="mb-2 text-small font-strong">{t.light}</legend>
      <div className="grid justify-items-start text-small text-ink-2">
        {THEMES.map((name) => (
          <label
            key={name}
            className="flex min-h-11 cursor-pointer items-center gap-2 hover:text-ink has-checked:text-ink md:min-h-8"
          >
            <input
              type="radio"
              name="theme"
              checked={theme === name}
              onChange={() => setTheme(name)}
              className="size-3.5 accent-(--sea)"
            />
            {t.theme[name]}
          </label>
        ))}
        <LanguageButton className="-ml-2.5 flex md:hidden" />
      </div>
    </fieldset>
  );
}
