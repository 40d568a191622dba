import { describe, expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/*
 * A campaign that was renamed has other rows in a later export, which replace none of the earlier ones: the days that both have count
 * twice. The same figures on the same days show it, whatever the files are called.
 */

const ask = `report . ${lastWeek} --compare none`;

describe('a campaign renamed between two exports', () => {
  const head = 'Day,Campaign,Currency code,Cost,Impr.,Clicks';
  const rows = (name: string) => [`2026-11-02,${name},EUR,40.00,1000,10`, `2026-11-08,${name},EUR,60.00,1500,12`];

  it('is warned of where files have any names', async () => {
    const { row, codes, warnings } = await told(`${ask} --kpi ad_spend`, {
      'october.csv': table(head, ...rows('Brand')),
      'november.csv': table(head, ...rows('Brand FR')),
    });
    // Both count: 2 × (40 + 60). Which is right, the files do not say.
    expect(row().values).toEqual({ ad_spend: 200 });
    expect(codes).toEqual(['rows_left']);
    expect(warnings[0]!.message).toContain('what was renamed in between counts twice');
  });

  it('is warned of beside a campaign that kept its name, as a channel of visits is', async () => {
    const ads = await told(`${ask} --kpi ad_spend`, {
      'october.csv': table(head, ...rows('Brand'), '2026-11-08,Sale,EUR,5.00,100,1'),
      'november.csv': table(head, ...rows('Brand FR'), '2026-11-08,Sale,EUR,5.00,100,1'),
    });
    expect(ads.row().values).toEqual({ ad_spend: 205 });
    expect(ads.codes).toEqual(['rows_left']);
    const visits = (channel: string) =>
      table('date,channel,sessions,pageviews', `2026-11-02,${channel},10,30`, `2026-11-08,${channel},20,50`);
    const { codes } = await told(`${ask} --kpi sessions`, { 'a.csv': visits('E-mail'), 'b.csv': visits('Newsletter') });
    expect(codes).toEqual(['rows_left']);
  });

  it('is none where the figures differ, or the same cost is all there is', async () => {
    const other = await told(`${ask} --kpi ad_spend --strict`, {
      'fr.csv': table(head, ...rows('Brand')),
      'de.csv': table(head, '2026-11-02,Marke,EUR,40.00,900,11', '2026-11-08,Marke,EUR,60.00,1500,13'),
    });
    expect(other.row().values).toEqual({ ad_spend: 200 });
    const cost = (name: string) => table('date,campaign,cost', `2026-11-02,${name},10`, `2026-11-08,${name},10`);
    const { row } = await told(`${ask} --kpi ad_spend --strict`, { 'fr.csv': cost('Marque'), 'de.csv': cost('Marke') });
    expect(row().values).toEqual({ ad_spend: 40 });
  });

  it('counts once where both state its id, under its new name and with its new figures', async () => {
    const withId = (name: string, id: string, ...costs: string[]) =>
      table(
        'Day,Campaign,Campaign ID,Currency code,Cost,Impr.,Clicks',
        `2026-11-02,${name},${id},EUR,${costs[0]},1000,10`,
        `2026-11-08,${name},${id},EUR,${costs[1]},1500,12`,
      );
    const older = withId('Brand', '11122233344', '40.00', '60.00');
    const { row, codes, files } = await told(`${ask} --by campaign --kpi ad_spend`, {
      'a.csv': older,
      'b.csv': withId('Brand FR', '11122233344', '40.50', '60.50'),
    });
    expect(row('all', { campaign: 'Brand FR' }).values).toEqual({ ad_spend: 101 });
    expect(row().values).toEqual({ ad_spend: 101 });
    expect(files[0]).toMatchObject({ read: 2, accepted: 0, superseded: 2 });
    // The figures changed as well, and the names of the files do not say which is newer.
    expect(codes).toEqual(['rows_replaced']);
    // Another campaign stays one, and so does one whose id a spreadsheet has rounded.
    for (const id of ['11122233355', '1.11222E+10'])
      expect(
        (
          await told(`${ask} --kpi ad_spend`, { 'a.csv': older, 'b.csv': withId('Brand FR', id, '40.50', '60.50') })
        ).row().values,
      ).toEqual({ ad_spend: 201 });
    // Without ids in one of them, the name is what they have in common.
    const { row: named } = await told(`${ask} --kpi ad_spend`, {
      'a.csv': table(head, '2026-11-02,Brand,EUR,40.00,1000,10', '2026-11-08,Brand,EUR,60.00,1500,12'),
      'b.csv': withId('Brand', '11122233344', '40.50', '60.50'),
    });
    expect(named().values).toEqual({ ad_spend: 101 });
  });

  it('counts once in exports of e-mails, too', async () => {
    const sent = (name: string, opens: number) =>
      table(
        'Campaign Name,Send Time,Total Recipients,Unique Opens,Unique Clicks,Successful Deliveries,Bounces,Campaign ID,Campaign Channel',
        `${name},2026-11-04 09:00:00,100,${opens},5,90,10,01ABC,Email`,
      );
    const { row } = await told(`${ask} --kpi emails_delivered,email_open_rate`, {
      'mails.csv': sent('Autumn', 30),
      'mails (1).csv': sent('Autumn sale', 36),
    });
    // 36 opens of 90 mails.
    expect(row().values).toEqual({ emails_delivered: 90, email_open_rate: 0.4 });
  });
});
