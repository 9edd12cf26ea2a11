/** Kept answers as rows: read by the door, written by the writing connection. */
import { eq, lt, sql } from 'drizzle-orm';
import type { KeptAnswer } from '../../domain/idempotency.js';
import { answers } from './schema.js';
import { type Connection, prepareRead, prepareWrite } from './statement.js';

const value = (name: string) => sql`${sql.placeholder(name)}`;

export type Answers = ReturnType<typeof createAnswers>;

/** Prepares the statements; those that write fail on a connection that only reads. */
export function createAnswers(connection: Connection) {
  const { db } = connection;
  const one = prepareRead<[string]>(
    connection,
    db
      .select({ document: answers.document })
      .from(answers)
      .where(eq(answers.name, value('name'))),
  );
  const put = prepareWrite(
    connection,
    db
      .insert(answers)
      .values({ name: value('name'), at: value('at'), document: value('document') })
      .onConflictDoUpdate({ target: answers.name, set: { at: sql`excluded.at`, document: sql`excluded.document` } }),
  );
  const forget = prepareWrite(connection, db.delete(answers).where(lt(answers.at, value('since'))));

  return {
    find(name: string): KeptAnswer | null {
      const row = one.get({ name });
      return row ? (JSON.parse(row[0]) as KeptAnswer) : null;
    },

    keep(answer: KeptAnswer, since: number): void {
      forget({ since });
      put({ name: answer.name, at: answer.at, document: JSON.stringify(answer) });
    },
  };
}
