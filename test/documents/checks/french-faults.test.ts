import { expect, it } from 'vitest';
import { Problem } from '../../../src/core/problem.ts';
import { checksIn, targetsIn } from './kit.ts';

/* What is wrong with checks and targets is said in French, too. */

async function french(action: Promise<unknown>): Promise<string[]> {
  const problem = await action.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(problem instanceof Problem)) throw new Error('there is no problem');
  return [problem.text.fr, ...problem.advice.map(({ fr }) => fr)].map((text) => text.replaceAll('\u00a0', ' '));
}

it('of two targets for the same days', async () => {
  const yaml =
    'targets:\n  - { kpi: orders, value: 5, period: 2026-11 }\n  - { kpi: orders, value: 6, period: 2026-11 }\n';
  const [says, advice] = await french(targetsIn(yaml));
  expect(says).toContain('targets[1] fixe orders pour des jours que kpi.yaml:2 fixe déjà');
  expect(advice).toBe("gardez l'un des deux");
});

it.each([
  ['<= 100%', "est toujours vrai, quoi qu'il arrive"],
  ['> 100%', 'ne peut jamais être vrai'],
])('of a bound %s', async (bound, outcome) => {
  const [says] = await french(checksIn(`checks: [{ kpi: csat, must: "${bound}" }]\n`));
  expect(says).toContain(`« ${bound} » ${outcome}`);
  expect(says).toContain("csat n'est jamais au-dessus de 100");
});
