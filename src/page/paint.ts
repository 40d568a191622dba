type Brush = (text: string) => string;

/** Styles of text on a terminal. */
export interface Paint {
  readonly bold: Brush;
  readonly dim: Brush;
  readonly red: Brush;
  readonly green: Brush;
  readonly yellow: Brush;
}

const asItIs: Brush = (text) => text;

/** No colours: for files, pipes, and those who do not want them. */
export const noPaint: Paint = { bold: asItIs, dim: asItIs, red: asItIs, green: asItIs, yellow: asItIs };

/** Chalk is loaded only if there is something to colour: it takes a tenth of a small report's time. */
export async function paintFor(color: boolean): Promise<Paint> {
  if (!color) return noPaint;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  // Chalk writes all it is given, as `lines.map(paint.dim)` gives the places of lines, too.
  const brush =
    (name: keyof Paint): Brush =>
    (text) =>
      chalk[name](text);
  return { bold: brush('bold'), dim: brush('dim'), red: brush('red'), green: brush('green'), yellow: brush('yellow') };
}
