/** Why a database is not migrated: the message says what is wrong with it, and nothing has been changed. */
export class MigrationRefused extends Error {}
