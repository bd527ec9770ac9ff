import { defineConfig } from 'vite';

export default defineConfig({
  root: 'web',
  base: '/assets/',
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsDir: '.',
    target: 'es2022',
    rollupOptions: { input: { main: 'web/main.ts' } },
  },
  worker: { format: 'es' },
});
