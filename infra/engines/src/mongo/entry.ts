/** The program to start as a process of its own; `PORT`, `DATA_DIR` and `WATCHDOG_FD` tell it the rest. */
export const mongoEntry = new URL(
  import.meta.url.endsWith('.ts') ? './main.ts' : './main.js',
  import.meta.url,
).pathname;
