import { describe, expect, it } from 'vitest';
import { plain } from '../../src/core/nearest.ts';
import { kpis } from '../../src/kpis/index.ts';
import { idsOf, kpiNames } from '../../src/kpis/names.ts';

const names = kpiNames(kpis);

describe('names of KPIs', () => {
  it.each([
    ['aov', 'average_order_value'],
    ['AOV', 'average_order_value'],
    ['Average_Order_Value', 'average_order_value'],
    ['average order value', 'average_order_value'],
    ['panier_moyen', 'average_order_value'],
    ['Panier moyen', 'average_order_value'],
    ['repeat_rate', 'repeat_purchase_rate'],
    ['clv', 'ltv'],
    ['CLTV', 'ltv'],
    ['cr', 'conversion_rate'],
    ['CVR', 'conversion_rate'],
    ['taux_de_conversion', 'conversion_rate'],
    ['taux de conversion', 'conversion_rate'],
    ['visits', 'sessions'],
    ['ca', 'revenue'],
    ["chiffre d'affaires", 'revenue'],
    ['Chiffre d’affaires', 'revenue'],
    ['ROAS', 'roas'],
    ['gross_profit', 'gross_margin'],
    ['Net sales', 'net_sales'],
    ['Ventes nettes', 'net_sales'],
    ['upt', 'items_per_order'],
    ['click-through-rate', 'ctr'],
    ['Taux de réachat', 'repeat_purchase_rate'],
    ['taux_de_reachat', 'repeat_purchase_rate'],
  ])('%s is %s', (name, id) => expect(names.idOf(name)).toBe(id));

  it("are nobody else's: no alias is an id, or the alias of another", () => {
    const ids = new Set(kpis.map(({ id }) => id));
    const aliases = kpis.flatMap(({ aliases = [] }) => aliases);
    expect(aliases.filter((alias) => ids.has(alias) || plain(alias) !== alias)).toEqual([]);
    expect(aliases.filter((alias, at) => aliases.indexOf(alias) !== at)).toEqual([]);
    for (const { id, aliases: own = [] } of kpis) for (const alias of own) expect(names.idOf(alias)).toBe(id);
  });

  it('are found by both labels', () => {
    for (const { id, label } of kpis) {
      expect(names.idOf(label.en), label.en).toBe(id);
      expect(names.idOf(label.fr), label.fr).toBe(id);
    }
  });

  it('that may mean several things are proposals', () => {
    expect(names.idOf('profit')).toBeNull();
    expect(names.near('profit')).toEqual(['gross_margin', 'contribution_margin']);
    expect(names.near('Bénéfice')).toEqual(['gross_margin']);
    expect(names.near('conversion_rat')).toEqual(['conversion_rate']);
    expect(names.near('panier_moyn')).toEqual(['average_order_value']);
  });

  it('may have a comma in them', () => {
    const unknown = (name: string): never => {
      throw new Error(name);
    };
    const typed = ['First reply time', 'business hours', 'aov', 'average_order_value'];
    expect(idsOf(typed, names, unknown)).toEqual(['first_reply_time_business', 'average_order_value']);
    expect(() => idsOf(['orders', 'zzz'], names, unknown)).toThrow('zzz');
  });
});
