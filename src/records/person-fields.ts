/** The fields that identify the person of a record. */
const fields = ['customer_key', 'requester_key', 'visitor_id'] as const;

/** Whether a field identifies a customer or a visitor. */
export const namesPerson = (name: string): boolean => fields.some((one) => one === name);
