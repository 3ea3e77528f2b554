import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/editor/**', 'node_modules/**'],
    globalSetup: ['test/setup.ts'],
    reporters: ['default'],
  },
});
