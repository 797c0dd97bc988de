import { type Plugin, runnerImport } from 'vite';

/** Writes the operations of the pages where the BFF finds them, so that a page need only send a name. */
export function persistOperations(): Plugin {
  return {
    name: 'persist-operations',
    apply: 'build',
    async generateBundle() {
      const { module } = await runnerImport<typeof import('./src/graphql/operations.js')>(
        new URL('src/graphql/operations.ts', import.meta.url).pathname,
      );
      this.emitFile({
        type: 'asset',
        fileName: 'operations.json',
        source: JSON.stringify(module.operations),
      });
    },
  };
}
