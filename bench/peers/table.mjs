/** Prints cells (the Monday of the week or '', the channel or '', the KPI, the value) as sorted lines, to be compared. */
export function print(cells) {
  const lines = cells.map(([week, channel, name, value]) => `${week},${channel},${name},${value.toFixed(2)}`);
  process.stdout.write(`${lines.sort().join('\n')}\n`);
}
