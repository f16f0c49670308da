/** The milliseconds from one instant to another, both as the host gives them: UTC, ISO 8601. */
export function millisecondsBetween(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from);
}
