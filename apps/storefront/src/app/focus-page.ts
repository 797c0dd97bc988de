import type { router as shopRouter } from './router.js';

/** After the way to another page the keyboard starts at its content, as it would after a real page load. */
export function focusNewPages(router: typeof shopRouter): void {
  router.subscribe('onResolved', ({ fromLocation, toLocation, pathChanged }) => {
    if (!fromLocation || !pathChanged || toLocation.hash !== '') return;
    document.getElementById('main')?.focus({ preventScroll: true });
  });
}
