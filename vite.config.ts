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
    // The map and its worker are large, and loaded only where there is a map.
    chunkSizeWarningLimit: 1200,
    rollupOptions: { input: { main: 'web/main.ts', styles: 'web/styles/main.css' } },
  },
  worker: { format: 'es' },
});
