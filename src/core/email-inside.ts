/** Whether a text has an e-mail address in it. */
export const emailInside = /[^\s@]@[^\s@]/;
