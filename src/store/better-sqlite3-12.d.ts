/** The same module in an older version, for a Node that the newer one does not run on. */
declare module 'better-sqlite3-12' {
  export { default } from 'better-sqlite3';
}
