import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src/documents/report/report-html.ts';
import { exact, figure, kpi, report, row } from './kit.ts';

const english = { lang: 'en', locale: 'en-US' } as const;
const french = { lang: 'fr', locale: 'fr-FR' } as const;

/** What the page says of a KPI below its heading, as text. */
async function definitionOf(id: string, tongue: typeof english | typeof french): Promise<string> {
  const one = report({
    kpis: [kpi(id)],
    rows: [row([figure(exact('1'))]), row([figure(exact('1'))], { period: 'all' })],
  });
  const page = renderHtml(one, tongue);
  const [, details = ''] = /<details><summary>D[eé]finition<\/summary>(.*?)<\/details>/s.exec(page) ?? [];
  expect(details).not.toContain('lang=');
  return details
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/ +/g, ' ');
}

describe('the definitions of the page', () => {
  it('are English on an English page', async () => {
    const text = await definitionOf('net_sales', english);
    expect(text).toContain('Gross sales less discounts and returns');
    expect(text).toContain('returns is 0 if no file contains it, marked no_refunds');
    expect(text).toContain('If no file contains refunds');
  });

  it('are French on a French page: meaning, formula and when there is none', async () => {
    const text = await definitionOf('net_sales', french);
    expect(text).toContain('Ventes brutes moins remises et retours');
    expect(text).toContain("returns vaut 0 si aucun fichier ne l'indique, marqué no_refunds");
    expect(text).toContain('Si aucun fichier ne permet de connaître les remboursements');
    expect(text).not.toMatch(/\b(?:the|where|less)\b/);
  });

  it('say what a KPI counts that has no arithmetic', async () => {
    expect(await definitionOf('orders', english)).toContain('Valid orders.');
    expect(await definitionOf('orders', french)).toContain('Commandes valides.');
  });
});
