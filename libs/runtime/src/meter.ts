import type { Meter } from '@evenkeel/messaging';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Prometheus metrics of a process: `evenkeel_<name>`, made when they are first counted. */
export function createMeter(service: string): Meter & { readonly registry: Registry } {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  const counters = new Map<string, Counter>();
  const histograms = new Map<string, Histogram>();
  const gauges = new Map<string, Gauge>();
  const describe = (name: string, labels: object) => ({
    name: `evenkeel_${name}`,
    help: name.replaceAll('_', ' '),
    labelNames: Object.keys(labels),
    registers: [registry],
  });
  return {
    registry,
    count(name, labels, by = 1) {
      let counter = counters.get(name);
      if (!counter) {
        counter = new Counter(describe(name, labels));
        counters.set(name, counter);
      }
      counter.inc(labels, by);
    },
    observe(name, labels, value) {
      let histogram = histograms.get(name);
      if (!histogram) {
        histogram = new Histogram({ ...describe(name, labels), buckets: SECONDS });
        histograms.set(name, histogram);
      }
      histogram.observe(labels, value);
    },
    gauge(name, labels, value) {
      let gauge = gauges.get(name);
      if (!gauge) {
        gauge = new Gauge(describe(name, labels));
        gauges.set(name, gauge);
      }
      gauge.set(labels, value);
    },
  };
}
