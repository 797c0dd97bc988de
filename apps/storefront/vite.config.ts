import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { benchObjects } from './bench-feet.js';
import { persistOperations } from './persist-operations.js';
import { precompress } from './precompress.js';

/** Where the dev server finds the gateway; the built files are served by the gateway itself. */
const gateway = process.env.GATEWAY_URL ?? 'http://127.0.0.1:8080';

const VENDOR = [
  '@0no-co',
  '@tanstack',
  '@urql',
  'gql\\.tada',
  'lucide-react',
  'react',
  'react-dom',
  'scheduler',
  'urql',
  'use-sync-external-store',
  'wonka',
];

export default defineConfig({
  // Six numbers of the picture manifest; the whole of it would be a burden on every visitor.
  define: { BENCH_OBJECTS: JSON.stringify(benchObjects()) },
  plugins: [react(), tailwindcss(), persistOperations(), precompress()],
  server: { proxy: { '/graphql': { target: gateway, headers: { origin: gateway } } } },
  build: {
    // The content policy allows no data: address, and light-dark() has to reach the browser as it is.
    assetsInlineLimit: 0,
    target: ['chrome123', 'firefox121', 'safari17.5'],
    rolldownOptions: {
      output: {
        // What every page needs travels in two files: they compress better than many small ones.
        codeSplitting: {
          groups: [
            { name: 'vendor', test: new RegExp(`node_modules/(?:${VENDOR.join('|')})/`) },
            { name: 'shop', test: /storefront\/src\//, minShareCount: 6 },
          ],
        },
      },
    },
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
  },
  worker: { format: 'es' },
});
