import { describe, expect, it } from 'vitest';
import { table, told } from './kit.ts';

/*
 * A list may have enough columns with known names to be read, beside others whose names nobody knows: carts had no end, e-mails
 * had no opens, and only `inspect` said that columns were left.
 */

const ask =
  'report . --timezone Europe/Paris --currency EUR --as-of 2026-11-16 --from 2026-11-02 --to 2026-11-15 --period all';

/** The values before and after the line of a warning is in the configuration. */
async function followed(name: string, content: string, kpis: string) {
  const before = await told(`${ask} --kpi ${kpis}`, { [name]: content });
  const line = /sources: .*$/.exec(before.warnings.find(({ code }) => code === 'columns_to_map')?.message ?? '');
  expect(line).not.toBeNull();
  const after = await told(`${ask} --kpi ${kpis}`, { [name]: content, 'kpi.yaml': `${line![0]}\n` });
  expect(after.codes).not.toContain('columns_to_map');
  return [before.row().values, after.row().values];
}

describe('columns that may be fields', () => {
  it('are named with the line that reads them (carts)', async () => {
    const content = table(
      'checkout_id,created_at,Finalisé le',
      '1,2026-11-02 10:00,2026-11-02 10:10',
      '2,2026-11-13 10:00,',
    );
    const [before, after] = await followed('paniers.csv', content, 'checkout_abandonment_rate');
    expect([before, after]).toEqual([{ checkout_abandonment_rate: null }, { checkout_abandonment_rate: 0.5 }]);
  });

  it('are named with the line that reads them (e-mails)', async () => {
    const content = table(
      "Nom de la campagne;Date d'envoi;Destinataires;Délivrés;Ouvreurs uniques;Cliqueurs uniques;Désabonnés",
      'Promo;02/11/2026;1000;980;294;49;5',
      'News;13/11/2026;1100;1020;306;51;5',
    );
    const kpis = 'emails_delivered,email_open_rate,email_click_rate,email_unsubscribe_rate';
    const [before, after] = await followed('emailing.csv', content, kpis);
    expect(before).toEqual({
      emails_delivered: 2000,
      email_open_rate: null,
      email_click_rate: null,
      email_unsubscribe_rate: null,
    });
    // 600, 100 and 10 of 2,000.
    expect(after).toEqual({
      emails_delivered: 2000,
      email_open_rate: 0.3,
      email_click_rate: 0.05,
      email_unsubscribe_rate: 0.005,
    });
  });

  it('are named with the line that reads them (visits)', async () => {
    const content = table(
      "Date;Canal d'acquisition;Visites;Ajouts au panier;Transactions",
      '02/11/2026;SEO;100;10;2',
      '13/11/2026;Direct;100;20;4',
    );
    const [before, after] = await followed('trafic.csv', content, 'sessions,add_to_cart_rate,conversion_rate');
    expect(before).toEqual({ sessions: 200, add_to_cart_rate: null, conversion_rate: 0.03 });
    expect(after).toEqual({ sessions: 200, add_to_cart_rate: 0.15, conversion_rate: 0.03 });
  });

  it('are named beside a kind that the configuration says', async () => {
    const { warnings } = await told(`${ask} --kpi net_sales`, {
      'o.csv': table(
        'order_id,ordered_at,subtotal,Shipping cost,total',
        '1,2026-11-02,100,5,105',
        '2,2026-11-13,50,5,55',
      ),
      'kpi.yaml': 'sources: [{ path: o.csv, kind: order }]\n',
    });
    const { message } = warnings.find(({ code }) => code === 'columns_to_map')!;
    expect(message).toContain('sources: [{ path: o.csv, kind: order, columns: { shipping: Shipping cost } }]');
  });

  it.each([
    ['that hold something else', table('date,sessions,Added to cart', '2026-11-02,100,yes', '2026-11-13,90,no')],
    [
      'of which two may be one field',
      table('date,sessions,Add to cart,Ajouts au panier', '2026-11-02,100,1,2', '2026-11-13,90,3,4'),
    ],
    ['that say nothing known', table('date,sessions,Remarque', '2026-11-02,100,promo', '2026-11-13,90,')],
  ])('are not named: those %s', async (_, content) => {
    const { codes } = await told(`${ask} --kpi sessions`, { 'v.csv': content });
    expect(codes).not.toContain('columns_to_map');
  });
});
