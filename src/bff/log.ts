/**
 * One line of the structured log. It carries no personal data and no credential: session ids and attempt ids open a
 * session, so they never stand here.
 */
export interface LogEntry {
  level: 'info' | 'warn' | 'error';
  /**
   * What happened, stable: `request`, `provider-start`, `provider-ask`, `provider-message`,
   * `provider-cancel`, `provider-balance`, `refund-start`, `refund-ask`, `refund-message`, `sweep`, `event-stream`,
   * `store`.
   */
  event: string;
  [fact: string]: string | number | boolean | undefined;
}

/** Where log lines go. */
export type Log = (entry: LogEntry) => void;

/**
 * What may be logged of a thrown value: its name, its code and where it was thrown. Never its message, which may quote
 * what a buyer typed or a provider sent.
 */
export function errorFacts(error: unknown): { error: string; errorCode?: string; at?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const at = /^\s*at (.+)$/m.exec(error.stack ?? '')?.[1];
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { error: error.name, ...(code && { errorCode: code }), ...(at && { at }) };
}
