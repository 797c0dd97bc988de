import { exit } from 'node:process';

const open = new Set<() => Promise<void>>();
let leaving = false;

/** Names what must be undone when a person stops the run; call what is handed back once it has been. */
export function beforeLeaving(undo: () => Promise<void>): () => void {
  open.add(undo);
  return () => void open.delete(undo);
}

/** Lets Ctrl-C leave nothing behind. npm hands it on to a process that had it from the terminal already. */
export function leaveOnInterrupt(): void {
  const leave = () => {
    if (leaving) return;
    leaving = true;
    void Promise.allSettled([...open].map((undo) => undo())).then(() => exit(130));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, leave);
}

/** Whether everything fails from now on because somebody wanted it to end. */
export const isLeaving = (): boolean => leaving;
