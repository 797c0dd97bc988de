import { useLocale, useTexts } from '../../i18n/i18n-context.js';
import { useSetPreferences } from '../../shell/preferences.js';
import { useShell } from '../../shell/shell.query.js';
import { setTheme, THEMES, useTheme } from '../../theme/theme.js';
import { Block } from '../../ui/block.js';
import { accountTexts } from './account.texts.js';
import { ChoiceRow } from './choice-row.js';

/** Language, money and light. */
export function Preferences() {
  const t = useTexts(accountTexts);
  const locale = useLocale();
  const theme = useTheme();
  const { viewer } = useShell();
  const setPreferences = useSetPreferences();
  return (
    <Block title={t.preferences}>
      <ChoiceRow
        legend={t.language}
        name="language"
        value={locale}
        choices={[
          { value: 'en', label: 'English', lang: 'en' },
          { value: 'zh', label: '中文', lang: 'zh-CN' },
        ]}
        onChange={(next) => void setPreferences({ locale: next })}
      />
      <ChoiceRow
        legend={t.currency}
        name="currency"
        value={viewer?.currency}
        choices={[
          { value: 'USD', label: t.currencies.USD },
          { value: 'CNY', label: t.currencies.CNY },
        ]}
        onChange={(currency) => void setPreferences({ currency })}
      />
      <ChoiceRow
        legend={t.light}
        name="light"
        value={theme}
        choices={THEMES.map((value) => ({ value, label: t.theme[value] }))}
        onChange={setTheme}
      />
    </Block>
  );
}
