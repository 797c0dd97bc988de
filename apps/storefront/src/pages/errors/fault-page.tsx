import { useTexts } from '../../i18n/i18n-context.js';
import { BlankPage } from '../../ui/blank-page.js';
import { Button, buttonClass } from '../../ui/button.js';
import { errorsTexts } from './errors.texts.js';

/** A page of ours broke, or could not be fetched. Plain links, since the router may be what broke. */
export function FaultPage() {
  const t = useTexts(errorsTexts);
  const offline = !navigator.onLine;
  return (
    <BlankPage
      title={offline ? t.offline : t.fault}
      actions={
        <>
          <Button look="primary" onClick={() => location.reload()}>
            {t.again}
          </Button>
          <a href="/" className={buttonClass('text')}>
            {t.home}
          </a>
        </>
      }
    >
      {offline ? t.offlineNote : t.faultNote}
    </BlankPage>
  );
}
