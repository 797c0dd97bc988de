import { Outlet } from '@tanstack/react-router';
import { CartDrawerSlot } from '../cart/cart-drawer-slot.js';
import { Banner } from './banner.js';
import { BottomBar } from './bottom-bar.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { SkipLink } from './skip-link.js';
import { useLiveShell } from './use-live-shell.js';

/** The frame around every page but the checkout. */
export function ShellLayout() {
  useLiveShell();
  return (
    <div className="flex min-h-dvh flex-col max-md:pb-16">
      <SkipLink />
      <Banner />
      <Header />
      <main id="main" tabIndex={-1} className="min-h-[80dvh] flex-1">
        <Outlet />
      </main>
      <Footer />
      <BottomBar />
      <CartDrawerSlot />
    </div>
  );
}
