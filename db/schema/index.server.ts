/** Every table, by the noun it belongs to. */
export * from './briefs.server.ts';
export * from './designers.server.ts';
export * from './events.server.ts';
export * from './images.server.ts';
export * from './people.server.ts';
export * from './portfolios.server.ts';
