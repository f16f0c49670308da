/** Numbers of actions in few characters: `6.1 to 6.20`, `3.1, 3.4`, `6.1 to 6.3, 6.7`. Those of a run stand as its ends. */
export function sayNumbers(actions: readonly { readonly number: string; readonly position: number }[]): string {
  const runs: { first: string; last: string; position: number; count: number }[] = [];
  for (const { number, position } of actions) {
    const run = runs.at(-1);
    const follows = run !== undefined && position === run.position + 1 && stepOf(number) === stepOf(run.last);
    if (run === undefined || !follows) runs.push({ first: number, last: number, position, count: 1 });
    else Object.assign(run, { last: number, position, count: run.count + 1 });
  }
  return runs
    .flatMap(({ first, last, count }) => (count > 2 ? [`${first} to ${last}`] : count === 2 ? [first, last] : [first]))
    .join(', ');
}

function stepOf(number: string): string {
  return number.split('.')[0] ?? '';
}
