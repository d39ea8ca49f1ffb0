/** What is told to every process at once, with `pg_notify`. Its first word says what it is about: a conversation, or a person. */
export const LIVE_CHANNEL = 'dustjacket_live';
