import { describe, expect, it } from 'vitest';
import { folderWith, kpi, table } from './kit.ts';

/*
 * The configuration of a folder applies to the folders below it, unless one of them has its own. A new one there makes accounts, channels
 * and definitions of the other void.
 */

const ads = table('Day,Campaign,Currency code,Cost,Impr.,Clicks', '2026-11-02,Brand,EUR,40.00,1000,10');

describe('a configuration that kpi init writes below another', () => {
  it('is written, with a warning that names the other', async () => {
    const folder = folderWith({ 'kpi.yaml': table('timezone: Europe/Paris'), 'sub/ads.csv': ads });
    const { code, err } = await kpi('init ads.csv --timezone Europe/Paris', `${folder}/sub`);
    expect(code, err).toBe(0);
    expect(err).toContain('../kpi.yaml no longer applies in the folder of kpi.yaml');
    expect(err).toContain('[config_hidden]');
  });

  it('is no reason for a warning where there is none, or the file is only printed', async () => {
    const folder = folderWith({ 'kpi.yaml': table('timezone: Europe/Paris'), 'sub/ads.csv': ads });
    const printed = await kpi('init ads.csv --timezone Europe/Paris --out -', `${folder}/sub`);
    expect(printed.err).not.toContain('config_hidden');
    const alone = await kpi('init ads.csv --timezone Europe/Paris', folderWith({ 'ads.csv': ads }));
    expect(alone.err).not.toContain('config_hidden');
  });
});
