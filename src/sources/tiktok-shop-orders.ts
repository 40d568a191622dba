import { namesIn } from '../core/names-in.ts';
import { col, defineSource, first, sum, whenFilled } from './source.ts';

const money = (name: string | readonly string[]) => col(name, 'money', { blank: 0 });

/** A time of a United States file, which writes AM and PM: month first. Others show their order themselves. */
function created(text: string): string {
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(\s+\d.*[ap]\.?m\.?)$/i.exec(text.trim());
  if (found === null) return text.trim();
  const [, month = '', day = '', year, time] = found;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${time}`;
}

const words = {
  paid: namesIn`
    completed | to ship | awaiting shipment | awaiting collection | shipped | in transit | delivered | selesai
    perlu dikirim | dikirim | terkirim | telah dikirim | sedang dikirim | siap dikirim | สำเร็จ | เสร็จสมบูรณ์
    จัดส่งแล้ว | ที่ต้องจัดส่ง | กำลังจัดส่ง | ส่งสำเร็จ | đã hoàn tất | hoàn tất | chờ giao hàng | đã vận chuyển
    đã giao | đang vận chuyển | cần gửi | concluído | a enviar | enviado | entregue | completado | por enviar
    entregado | terminée | terminé | à expédier | expédiée | expédié | livrée | livré | abgeschlossen | zu versenden
    versandt | geliefert | completato | da spedire | spedito | consegnato
  `,
  pending: namesIn`
    unpaid | on hold | belum dibayar | belum bayar | ยังไม่ชำระ | ยังไม่ได้ชำระเงิน | chưa thanh toán | não pago
    sin pagar | non payée | non payé | unbezahlt | non pagato
  `,
  cancelled: namesIn`
    canceled | cancelled | dibatalkan | batal | ยกเลิกแล้ว | ยกเลิก | đã hủy | đã huỷ | cancelado | annulée | annulé
    storniert | annullato
  `,
} as const;

export default defineSource({
  id: 'tiktok-shop-orders',
  title: 'TikTok Shop: Orders, Export',
  titleFr: 'TikTok Shop\u00a0: Commandes, Exporter',
  tool: 'TikTok Shop',
  doc: 'One row per line, on which the amounts of the order are repeated: they count once. The discounts of the platform are paid by it; only those of the seller are subtracted. Statuses are in the language of the seller centre; a time of cancellation overrides them. There is no currency in it, and a refund has no date: it is booked on the day of its order.',
  signature: { all: ['Order ID', 'Order Substatus', 'SKU Subtotal Before Discount'] },
  lines: 'gather',
  once: namesIn`
    Shipping Fee After Discount | Shipping Fee Platform Discount | Payment platform discount | Taxes | Order Amount
    Order Refund Amount
  `,
  store: 'tiktok-shop',
  kind: 'order',
  derive: [
    { name: 'time of creation', from: ['Created Time'], text: created },
    {
      name: 'is cancelled',
      from: [
        ['Cancelled Time', 'Canceled Time'],
        ['Cancelation/Return Type', 'Cancellation/Return Type'],
      ],
      text: (time, type) => (time.trim() !== '' || /^cancel/i.test(type.trim()) ? 'yes' : ''),
    },
  ],
  fields: {
    order_id: col('Order ID'),
    ordered_at: col('time of creation', 'instant'),
    status: whenFilled(
      col('is cancelled'),
      'cancelled',
      col('Order Status', 'text', {
        words: Object.fromEntries(
          Object.entries(words).flatMap(([status, all]) => all.map((word) => [word, status] as const)),
        ),
      }),
    ),
    customer_key: col('Buyer Username', 'key'),
    gross_sales: col('SKU Subtotal Before Discount', 'money'),
    discounts: money('SKU Seller Discount'),
    shipping: money('Shipping Fee After Discount'),
    taxes: money('Taxes'),
    // What the buyer paid, and what the platform paid for the buyer.
    total: sum(money('Order Amount'), money('SKU Platform Discount')),
    refunded_total: money('Order Refund Amount'),
    country: col('Country'),
    region: col(['State', 'Province']),
    payment_method: col('Payment Method'),
    sales_channel: first(col('Purchase Channel')),
  },
  line: {
    quantity: col('Quantity', 'number', { blank: 0 }),
    unit_price: col('SKU Unit Original Price', 'money'),
    sku: first(col('Seller SKU'), col('SKU ID')),
    product: col('Product Name'),
  },
});
