/** The moves that take no words: whoever may make one only says so. */
import type { Db } from '#db/client.server.ts';
import type { Person } from '../people/rules.ts';
import { settleDispute } from './disputes.server.ts';
import { startWork, type Act } from './moves.server.ts';
import type { ProjectMove } from './rules.ts';

type Mover = (tx: Db, viewer: Person, id: string | undefined, act: Act) => Promise<void>;

export const MOVERS = { start: startWork, settle: settleDispute } as const satisfies Partial<
  Record<ProjectMove, Mover>
>;
export type PlainMove = keyof typeof MOVERS;
