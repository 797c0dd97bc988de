import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSystem } from '@evenkeel/local';
import { cpuOf } from './measure/process-times.js';
import { profile } from './measure/profile.js';
import { readOptions } from './options.js';
import { measureOrders } from './orders/measure-orders.js';
import { prepareBuyers, prepareWares } from './orders/prepare-buyers.js';

const options = readOptions(process.argv.slice(2));
const dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-bench-'));
const system = await startSystem({
  dataDir,
  port: 0,
  env: { ...process.env, CARRIER_DISPATCH_SECONDS: '86400' },
  report: (event) => event.type === 'died' && console.error(event),
});
try {
  const base = system.addresses.gateway.replace('localhost', '127.0.0.1');
  const wares = await prepareWares(base);
  const buyers = await prepareBuyers(base, Math.max(...options.shoppers), () => process.stderr.write('.'));
  const cpu = () => {
    const pids = new Map(
      system.names.flatMap((name) => {
        const pid = system.pidOf(name);
        return pid === undefined ? [] : [[name, pid] as const];
      }),
    );
    const own = process.cpuUsage();
    return cpuOf(pids).set('load generator', (own.user + own.system) / 1_000);
  };
  const run = (count: number, warmUpSeconds: number, seconds: number) =>
    measureOrders({
      buyers: buyers.slice(0, count),
      wares,
      warmUpSeconds,
      seconds,
      cpu,
      onBought: () => undefined,
    });
  await run(Math.min(64, buyers.length), options.warmUpSeconds, 0.1);
  for (const step of options.shoppers) {
    const pid = options.profile === undefined ? undefined : system.pidOf(options.profile);
    const profiling = pid === undefined ? undefined : await profile(pid);
    const { cpuMs, ...rest } = await run(step, 2, options.seconds);
    await profiling?.stop(`${options.profile}-${step}.cpuprofile`);
    const { 'load generator': own = 0, ...others } = cpuMs;
    const total = Object.values(others).reduce((sum, ms) => sum + ms, 0);
    console.log(JSON.stringify(rest));
    const parts = Object.entries(others).sort((a, b) => b[1] - a[1]);
    console.log(`  CPU ms/order: ${total.toFixed(2)} + load generator ${own.toFixed(2)}:`);
    console.log(`  ${parts.map(([name, ms]) => `${name} ${ms.toFixed(2)}`).join(', ')}`);
  }
  await Promise.all(buyers.map((buyer) => buyer.close()));
} finally {
  await system.stop();
  await rm(dataDir, { recursive: true, force: true });
}
