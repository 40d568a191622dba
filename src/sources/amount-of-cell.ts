/**
 * The amount of a cell as a decimal with a point, however it is written: `1,200.60`, `-$5.00`, `1 200,6`, `(3.00)`; empty if there is
 * none. A comma before three digits is a mark of thousands: amounts have two places.
 */
export function amountText(cell: string): string {
  const [text = ''] = /\d[\d.,'’\s]*|[.,]\d+/.exec(cell) ?? [];
  if (text === '') return '';
  const number = text.replace(/[^\d.,]/g, '');
  const [, head = number, mark = '', behind = ''] = /^(.*)([.,])(\d*)$/.exec(number) ?? [];
  const isThousands = mark !== '' && (head.includes(mark) || (mark === ',' && behind.length === 3));
  const whole = (isThousands ? number : head).replace(/[.,]/g, '') || '0';
  const isBelow = /^[^\d.,]*[-\u2212(]/.test(cell);
  return `${isBelow ? '-' : ''}${whole}${isThousands || behind === '' ? '' : `.${behind}`}`;
}
