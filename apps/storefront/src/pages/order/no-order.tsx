import { Link } from '@tanstack/react-router';
import { useTexts } from '../../i18n/i18n-context.js';
import { BlankPage } from '../../ui/blank-page.js';
import { buttonClass } from '../../ui/button.js';
import { errorsTexts } from '../errors/errors.texts.js';

/** A number that is not the caller's order, whoever else's it may be. */
export function NoOrder() {
  const t = useTexts(errorsTexts);
  return (
    <BlankPage
      title={t.noOrder}
      actions={
        <>
          <Link to="/sign-in" className={buttonClass('primary')}>
            {t.signIn}
          </Link>
          <Link to="/shop" className={buttonClass('text')}>
            {t.shop}
          </Link>
        </>
      }
    >
      {t.noOrderNote}
    </BlankPage>
  );
}
