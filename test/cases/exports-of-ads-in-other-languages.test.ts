import { describe, expect, it } from 'vitest';
import { table, told } from './kit.ts';

/* The interface's language is that of the header, of the lines above it, of totals and of numbers. */

const options = '--timezone Europe/Paris --currency EUR --compare none --all --period all';
const spend = async (file: string) =>
  (await told(`report a.csv ${options} --kpi ad_spend,impressions,clicks`, { 'a.csv': file })).row().values;

describe('Google Ads', () => {
  it('in Portuguese', async () => {
    const file = table(
      'Relatório de campanha',
      '1 de outubro de 2026 - 31 de outubro de 2026',
      'Status da campanha,Campanha,Tipo de campanha,Código da moeda,Custo,Impr.,Cliques,Conversões',
      'Ativada,Marca,Pesquisa,EUR,"1.234,50","12.345",50,"2,50"',
      'Total: Campanhas,,,,"1.234,50","12.345",50,"2,50"',
      'Total: conta,,,,"1.234,50","12.345",50,"2,50"',
    );
    expect(await spend(file)).toEqual({ ad_spend: 1234.5, impressions: 12345, clicks: 50 });
  });

  it('in Italian', async () => {
    const file = table(
      'Report sulle campagne',
      '1 ottobre 2026 - 31 ottobre 2026',
      'Campagna,Codice valuta,Costo,Impr.,Clic,Conversioni',
      'Marca,EUR,"1.234,50","12.345",50,"2,50"',
      'Totale: account,,"1.234,50","12.345",50,"2,50"',
    );
    expect(await spend(file)).toEqual({ ad_spend: 1234.5, impressions: 12345, clicks: 50 });
  });

  it('in Dutch', async () => {
    const file = table(
      'Campagnerapport',
      '1 oktober 2026 - 31 oktober 2026',
      'Campagne,Valutacode,Kosten,Vert.,Klikken',
      'Merk,EUR,"1.234,50","12.345",50',
      'Totaal: account,,"1.234,50","12.345",50',
    );
    expect(await spend(file)).toEqual({ ad_spend: 1234.5, impressions: 12345, clicks: 50 });
  });
});

describe('Meta Ads', () => {
  it.each([
    ['Portuguese', 'Nome da campanha,Dia,Valor gasto (EUR),Impressões,Cliques no link'],
    ['Italian', 'Nome della campagna,Giorno,Importo speso (EUR),Impression,Clic sul link'],
    ['Dutch', 'Campagnenaam,Dag,Besteed bedrag (EUR),Weergaven,Klikken op link'],
  ])('in %s', async (_language, header) => {
    const file = table(header, 'A,2026-10-01,"200,25","10.000",100', 'B,2026-10-02,"1,00",500,1');
    expect(await spend(file)).toEqual({ ad_spend: 201.25, impressions: 10500, clicks: 101 });
  });

  it('in Portuguese, for a period', async () => {
    const file = table(
      'Início dos relatórios,Encerramento dos relatórios,Nome da campanha,Valor usado (EUR),Alcance',
      '2026-10-01,2026-10-31,A,310.00,9',
    );
    const { row } = await told(`report a.csv ${options} --period day --kpi ad_spend`, { 'a.csv': file });
    expect(row('2026-10-31').values.ad_spend).toBe(10);
  });
});

it.each([
  [
    'Spanish',
    'Identificador de la publicación,Nombre de usuario de la cuenta,Hora de publicación,Enlace permanente,Visualizaciones,Alcance,Me gusta,Veces que se compartió,Comentarios,Veces que se guardó',
  ],
  [
    'Portuguese',
    'Identificação do post,Nome de usuário da conta,Horário de publicação,Link permanente,Visualizações,Alcance,Curtidas,Compartilhamentos,Comentários,Salvamentos',
  ],
])('posts of Instagram in %s', async (_language, header) => {
  const file = table(header, '18,shop,10/13/2026 18:12,https://i.example/1,100,80,3,1,4,5');
  const { row } = await told(`report a.csv ${options} --kpi engagements,engagement_rate`, { 'a.csv': file });
  expect(row().values).toEqual({ engagements: 13, engagement_rate: 0.1625 });
});
