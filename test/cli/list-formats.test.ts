import { expect, it } from 'vitest';
import { sources } from '../../src/sources/index.ts';
import { titleOf } from '../../src/sources/source.ts';
import { unread } from '../../src/sources/unread.ts';
import { run, wordsOf } from '../support/run.ts';

it.each(['en', 'fr'] as const)(
  'lists every export with the way to it, and what is not read and why (%s)',
  async (lang) => {
    const { out: stdout, err: stderr, code } = await run(wordsOf(`list --formats --lang ${lang}`));
    expect([stderr, code]).toEqual(['', 0]);
    for (const source of sources)
      expect(stdout.split('\n').find((line) => line.startsWith(`  ${source.id} `))).toContain(titleOf(source)[lang]);
    for (const { is, because } of unread)
      expect(
        stdout
          .split('\n')
          .filter((line) => line.startsWith(`  ${is[lang]}`))
          .join('\n'),
      ).toContain(because[lang]);
  },
);

it('has them for machines', async () => {
  const list = JSON.parse((await run(wordsOf('list --formats --format json'))).out);
  expect(list.schema).toBe('kpi-formats/1');
  expect(list.formats.map(({ id }: { id: string }) => id)).toEqual(sources.map(({ id }) => id));
  const shopify = list.formats.find(({ id }: { id: string }) => id === 'shopify-orders');
  expect([shopify.tool, shopify.kinds]).toEqual(['Shopify', ['order', 'order_line', 'refund']]);
  const { out: stdout } = await run(wordsOf('list --formats --format csv'));
  expect(stdout.split('\n').slice(0, 1)).toEqual(['format,tool,export,kinds,fields,doc']);
  expect(stdout).toContain('\nshopify-orders,Shopify,');
});
