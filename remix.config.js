// @ts-check
/**
 * Every Remix option. `vite.config.ts` imports it, so there is one copy. The classic compiler would also
 * read this file: no script of ours calls it, and a test says so.
 *
 * @param {string} mode production, test or development
 * @returns {import('@remix-run/dev').VitePluginConfig}
 */
export default (mode) => ({
  // Development sign-in does not exist in production: neither its page nor anything it imports.
  ignoredRouteFiles: ['**/*.test.{ts,tsx}', ...(mode === 'production' ? ['routes/dev.*'] : [])],
  // Not inside build: a production build empties that.
  buildDirectory: mode === 'test' ? 'build-test' : 'build',
  future: {
    // No page sends a script, so these three change nothing today and ease the move to React Router 7.
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_singleFetch: true,
    // An aborted request is logged as one that left, not as a fault.
    v3_throwAbortReason: true,
    // Adds a public /__manifest endpoint that only client-side navigation needs.
    v3_lazyRouteDiscovery: false,
    // The file names in app/routes are the URLs; a second list would have to be kept in step.
    v3_routeConfig: false,
  },
});
