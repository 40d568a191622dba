import { describe, expect, it } from 'vitest';
import { RowAccount } from '../../src/core/accounting.ts';

const reject = (record: number, column: string, value = 'x') => ({ record, column, reason: 'not_a_number', value });

describe('the account of a file', () => {
  it('counts a record that is rejected twice once, for what was found first', () => {
    const account = new RowAccount();
    account.reject(reject(1, 'price'));
    account.reject(reject(1, 'date'));
    account.reject(reject(2, 'price'));
    expect(account.rejected).toBe(2);
    expect(account.rejects.map(({ record, column }) => [record, column])).toEqual([
      [1, 'price'],
      [2, 'price'],
    ]);
  });

  it('says that the last row is cut off, if it is the last row that is short', () => {
    const cut = (record: number, reason: string, read = 3): string => {
      const account = new RowAccount();
      account.read = read;
      account.reject({ ...reject(record, 'price'), reason });
      account.cutOff();
      expect(account.rejected).toBe(1);
      return account.rejects[0]!.reason;
    };
    expect(cut(3, 'too_few_cells')).toBe('cut_off');
    expect(cut(2, 'too_few_cells')).toBe('too_few_cells');
    expect(cut(3, 'not_a_number')).toBe('not_a_number');
    const sound = new RowAccount();
    sound.cutOff();
    expect(sound.rejects).toEqual([]);
  });

  it('adds up rows that are skipped for one reason, and findings of one name', () => {
    const account = new RowAccount();
    account.skip('total_row');
    account.skip('total_row', 2);
    account.skip('test_order');
    account.count('unbalanced');
    account.count('unbalanced', 3);
    expect(account.skipped).toBe(4);
    expect([...account.skippedBy]).toEqual([
      ['total_row', 3],
      ['test_order', 1],
    ]);
    expect([...account.counts]).toEqual([['unbalanced', 4]]);
  });

  it.each([
    ['accepted', 9],
    ['rejected', 9],
    ['skipped', 9],
    ['superseded', 9],
  ] as const)('proves that no row is lost or counted twice: %s', (name, wrong) => {
    const account = new RowAccount();
    for (const record of [1, 2]) account.reject({ record, column: '', reason: 'too_few_cells', value: '' });
    account.skip('total_row', 3);
    Object.assign(account, { read: 10, accepted: 1, superseded: 4 });
    account.prove('a.csv');
    account[name] = wrong;
    expect(() => account.prove('a.csv')).toThrow('rows of a.csv do not add up: 10 read, ');
  });
});
