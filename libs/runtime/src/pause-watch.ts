const BEAT_MS = 100;
const PAUSE_MS = 1_000;

/**
 * Notices that the whole process stood still (SIGSTOP, a frozen machine). What arrives right after may have waited in
 * the socket for as long as the pause took, so its deadline is judged as if it had come at the beginning of it.
 */
export function watchPauses(): { lateBy(): number; stop(): void } {
  let beat = performance.now();
  let pause = { ms: 0, noticedAt: 0 };
  const look = () => {
    const now = performance.now();
    if (now - beat > PAUSE_MS) pause = { ms: now - beat, noticedAt: now };
    beat = now;
  };
  const timer = setInterval(look, BEAT_MS);
  timer.unref();
  return {
    lateBy() {
      look();
      return performance.now() - pause.noticedAt < BEAT_MS ? pause.ms : 0;
    },
    stop: () => clearInterval(timer),
  };
}
