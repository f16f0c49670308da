/** The flags that every command takes, before or after its name. */
export type Flags = {
  readonly json: boolean;
  readonly plain: boolean;
  /** true for --color, false for --no-color, undefined for neither. */
  readonly color: boolean | undefined;
  /** false for --no-input. */
  readonly input: boolean;
  readonly accessible: boolean;
  readonly holder: string | undefined;
};

export const NO_FLAGS: Flags = {
  json: false,
  plain: false,
  color: undefined,
  input: true,
  accessible: false,
  holder: undefined,
};
