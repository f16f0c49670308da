import type { Database, Statement } from './sqlite.ts';

/**
 * What is read at every start, each statement prepared once. Values come bare or in rows of values: for rows that are
 * objects the library compiles a function for each statement, which takes as long as all else about it.
 */
export class Statements {
  readonly #database: Database;
  readonly #prepared = new Map<string, Statement>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** The first value of the first row; undefined where there is no row. */
  value(sql: string, ...given: readonly unknown[]): unknown {
    return this.#prepare(sql, (statement) => statement.pluck()).get(...given);
  }

  /** The values of the first row; undefined where there is none. */
  row(sql: string, ...given: readonly unknown[]): readonly unknown[] | undefined {
    return this.#prepare(sql, (statement) => statement.raw()).get(...given) as readonly unknown[] | undefined;
  }

  /** The values of every row. */
  rows(sql: string, ...given: readonly unknown[]): readonly (readonly unknown[])[] {
    return this.#prepare(sql, (statement) => statement.raw()).all(...given) as readonly (readonly unknown[])[];
  }

  #prepare(sql: string, inManner: (statement: Statement) => Statement): Statement {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const statement = inManner(this.#database.prepare(sql));
    this.#prepared.set(sql, statement);
    return statement;
  }
}
