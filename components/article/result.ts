/** What may fail in expected ways: a value, or the reason the view turns into a sentence. */
export type Result<Value, Reason> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: Reason };

export const ok = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });

export const fail = <Reason>(reason: Reason): Result<never, Reason> => ({ ok: false, reason });
