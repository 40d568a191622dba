import type { Columns } from '../head/column-cells.ts';
import type { Header } from '../head/header.ts';
import { plainName } from '../head/plain-name.ts';
import { fieldNames } from './generic.ts';

/** Names for counts of orders or of pieces sold: a sum of orders is no order. */
export const orderCounts =
  /^((total |number of |net |nombre de |nb de |anzahl |numero de )?(orders|commandes|bestellungen|auftrage|pedidos)( count)?|orders? count|order quantity|(net )?(items|quantity|units) sold|net quantity|articles vendus)$/;

/** Whether a table sums up orders: it counts them, and no column numbers them. */
export const sumsUpOrders = (header: Header, cells: Columns): boolean =>
  header.find(fieldNames('order', 'order_id')) === undefined &&
  header.names.some((name, at) => orderCounts.test(plainName(name)) && cells.holds(at, 'number'));
