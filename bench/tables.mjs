/** One line of a Markdown table. */
export const row = (...cells) => `| ${cells.join(' | ')} |`;

/** The first two lines of a Markdown table. */
export const table = (...heads) => `${row(...heads)}\n|${heads.map(() => '---|').join('')}`;

export const times = (ratio) => `× ${ratio.toFixed(2)}`;

/** A command in a table; what stands behind a comma is a remark. */
export const code = (name) => `\`${name}\``.replace(/, (.*)`$/, '`, $1');
