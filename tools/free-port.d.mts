export function canListen(port: number): Promise<boolean>;
export function freePort(): Promise<number>;
