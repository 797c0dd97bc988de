import { Dialog } from '@base-ui-components/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/i18n-context.js';
import { classes } from './classes.js';
import { iconButtonClass } from './icon-button-class.js';
import { uiTexts } from './ui.texts.js';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** drawer: from the right, the whole screen on a phone · sheet: from below. */
  kind: 'drawer' | 'sheet';
  children: ReactNode;
  footer?: ReactNode;
};

const KINDS = {
  drawer:
    'inset-y-0 right-0 w-full border-l border-line md:w-[472px] data-starting-style:translate-x-full data-ending-style:translate-x-full',
  sheet:
    'inset-x-0 bottom-0 max-h-[82dvh] rounded-t-sheet border-t border-line data-starting-style:translate-y-full data-ending-style:translate-y-full',
} as const;

/** A part of the page that slides over it: focus stays inside, Escape and the scrim close it. */
export function Panel({ open, onOpenChange, title, kind, children, footer }: Props) {
  const t = useTexts(uiTexts);
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-(--slow) data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          className={classes(
            'fixed z-50 flex flex-col bg-raised outline-none transition-transform duration-(--slow) ease-calm',
            KINDS[kind],
          )}
        >
          <header className="flex h-18 flex-none items-center justify-between border-b border-line pr-3 pl-(--gutter) md:pl-7">
            <Dialog.Title className="text-2">{title}</Dialog.Title>
            <Dialog.Close className={iconButtonClass} aria-label={t.close}>
              <X aria-hidden="true" className="size-5" strokeWidth={1.5} />
            </Dialog.Close>
          </header>
          <div className="flex-1 overflow-y-auto overscroll-contain px-(--gutter) md:px-7">{children}</div>
          {footer && (
            <footer className="flex-none border-t border-line px-(--gutter) py-4 pb-[max(1rem,env(safe-area-inset-bottom))] md:px-7">
              {footer}
            </footer>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
