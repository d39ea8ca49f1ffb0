/** Every table, by the noun it belongs to. */
export * from './briefs.server.ts';
export * from './conversations.server.ts';
export * from './deliveries.server.ts';
export * from './designers.server.ts';
export * from './events.server.ts';
export * from './files.server.ts';
export * from './images.server.ts';
export * from './notifications.server.ts';
export * from './payments.server.ts';
export * from './people.server.ts';
export * from './portfolios.server.ts';
export * from './projects.server.ts';
export * from './proposals.server.ts';
export * from './reviews.server.ts';
export * from './saves.server.ts';
