/** The environment's name for the folder that all tests of a run write in (whole-run.ts). */
export const FOLDER = 'INDUCT_TEST_FOLDER';
